package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;

/** CEB's figures, of every year, added up from the archives, are those that the cubes answer. */
class BulkIT {
    private static Gateway gateway;
    private static final Map<String, byte[]> ARCHIVES = new HashMap<>();

    @BeforeAll
    static void load() {
        LoadedFigures.ceb();
        gateway = RunningSuite.get().anybody();
    }

    @ParameterizedTest
    @CsvSource({
        "expense, none, , , year",
        "expense, function, functions, function, 'function.function,year'",
        "expense, sdg, sdgs, goal, 'sdg.goal,year'",
        "expense, sdg, sdgs, target, 'sdg.target,year'",
        "revenue, none, , , year",
        "revenue, instrument, instruments, group, 'instrument.group,year'",
        "revenue, instrument, instruments, instrument, 'instrument.instrument,year'"
    })
    void giveTheTotalsOfTheCubes(String cube, String dimension, String list, String level, String drilldown)
            throws IOException {
        JsonNode latest =
                gateway.get("/api/v1/bulk").require(200).at(cube.equals("revenue") ? "/latest/0" : "/latest/1");
        assertEquals(cube, latest.get("cube").asText());
        JsonNode answer = gateway.ask(
                        cube,
                        Map.of(
                                "drilldown",
                                drilldown,
                                "edition",
                                latest.get("edition").asText()))
                .require(200);
        byte[] archive = archive(latest);

        Set<String> chosen = new TreeSet<>();
        read(archive, "answers.csv", row -> {
            if (row.getField("dimensions").equals(dimension)) {
                chosen.add(row.getField("breakdown"));
            }
        });
        Map<String, String> members = new HashMap<>();
        if (list != null) {
            read(
                    archive,
                    "codes/" + list + ".csv",
                    row -> members.put(row.getField("code"), row.getField("at_" + level)));
        }
        Map<String, BigDecimal> sums = new TreeMap<>();
        read(archive, "lines/", row -> {
            if (chosen.contains(row.getField("breakdown"))) {
                String member = list == null ? "" : members.get(row.getField(dimension)) + " ";
                sums.merge(member + row.getField("year"), new BigDecimal(row.getField("amount")), BigDecimal::add);
            }
        });

        assertFalse(sums.isEmpty());
        assertEquals(asked(answer, drilldown.replace(",year", "")), stripped(sums));
    }

    private static byte[] archive(JsonNode latest) {
        String name = latest.get("cube").asText() + "-" + latest.get("edition").asText() + ".zip";
        return ARCHIVES.computeIfAbsent(name, missing -> {
            byte[] archive = gateway.download(latest.get("address").asText() + "/" + name);
            String hash = gateway.get(latest.get("address").asText())
                    .require(200)
                    .at("/files/0/sha256")
                    .asText();
            assertEquals(hash, sha256(archive));
            return archive;
        });
    }

    private static Map<String, BigDecimal> asked(JsonNode answer, String drilldown) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (JsonNode cell : answer.get("cells")) {
            String member = drilldown.equals("year")
                    ? ""
                    : cell.at("/" + drilldown + "/code").asText() + " ";
            sums.put(
                    member + cell.get("year").asText(),
                    new BigDecimal(cell.get("amount").asText()));
        }
        return stripped(sums);
    }

    private static Map<String, BigDecimal> stripped(Map<String, BigDecimal> sums) {
        sums.replaceAll((key, amount) -> amount.stripTrailingZeros());
        return sums;
    }

    /** The rows of all tables whose files begin so. */
    private static void read(byte[] archive, String file, Consumer<NamedCsvRecord> rows) throws IOException {
        boolean isThere = false;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith(file)) {
                    isThere = true;
                    Reader text =
                            new InputStreamReader(new ByteArrayInputStream(zip.readAllBytes()), StandardCharsets.UTF_8);
                    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
                        csv.forEach(rows);
                    }
                }
            }
        }
        assertTrue(isThere, file);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
