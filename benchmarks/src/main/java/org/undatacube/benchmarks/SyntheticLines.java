package org.undatacube.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Made-up expense lines of real codes that give all seven dimensions: as an entity would send them, and as PostgreSQL's
 * COPY takes them into a table like that of the service. The same for the same lists.
 *
 * @param submitted CSV with a header
 * @param copied CSV without, in the order of the table's columns
 */
record SyntheticLines(int count, Path submitted, Path copied) {
    static final String ENTITY = "UNICEF";
    static final int YEAR = 2024;
    private static final int SEED = 1_000_000;
    private static final int ONE_IN = 20;

    /** Which list the codes of a column are from, in the order of the columns. */
    private static final Map<String, String> LISTS = lists();

    static SyntheticLines of(Suite suite, int count) throws IOException, InterruptedException {
        List<List<String>> codes = new ArrayList<>();
        for (String list : LISTS.values()) {
            codes.add(validCodes(suite.getJson(Suite.REGISTRY, "/api/v1/code-lists/" + list)));
        }
        Path submitted = suite.folder().resolve("submitted.csv");
        Path copied = suite.folder().resolve("copied.csv");
        Random random = new Random(SEED);
        try (BufferedWriter body = Files.newBufferedWriter(submitted);
                BufferedWriter rows = Files.newBufferedWriter(copied)) {
            body.write(String.join(",", LISTS.keySet()) + ",amount,basis,lineId,note\n");
            for (int line = 1; line <= count; line++) {
                StringBuilder cells = new StringBuilder();
                codes.forEach(list -> cells.append(quoted(list.get(random.nextInt(list.size()))))
                        .append(','));
                String amount = BigDecimal.valueOf(random.nextInt(2_000_000_000) - 100_000_000, 2)
                        .toPlainString();
                String note = random.nextInt(ONE_IN) == 0 ? "corrected" : "";
                String after = "EXP,GL-" + line + "," + note + "\n";
                body.append(cells).append(amount).append(',').append(after);
                rows.append("1,")
                        .append(Integer.toString(line))
                        .append(',')
                        .append(ENTITY)
                        .append(',');
                rows.append(cells).append(amount).append(",,,,").append(after);
            }
        }
        return new SyntheticLines(count, submitted, copied);
    }

    private static List<String> validCodes(JsonNode list) {
        List<String> codes = new ArrayList<>();
        for (JsonNode code : list.get("codes")) {
            int from = code.path("validFrom").asInt(0);
            int to = code.path("validTo").asInt(Integer.MAX_VALUE);
            // a fund's own instrument and a type of contributor are not asked for by any rule
            if (from <= YEAR && (to == 0 || YEAR <= to)) {
                codes.add(code.get("code").asText());
            }
        }
        return codes;
    }

    private static String quoted(String code) {
        return code.contains(",") || code.contains("\"") ? "\"" + code.replace("\"", "\"\"") + "\"" : code;
    }

    private static Map<String, String> lists() {
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("function", "functions");
        lists.put("location", "locations");
        lists.put("instrument", "instruments");
        lists.put("sdg", "sdgs");
        lists.put("contributor", "contributors");
        lists.put("gem", "gender-markers");
        return lists;
    }
}
