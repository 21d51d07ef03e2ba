package org.undatacube.acceptance.faults;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * An entity's expenses of a year by function.
 *
 * @param lines each as it is sent
 */
record Report(String entity, int year, List<Map<String, String>> lines) {
    private static final int FIRST_YEAR = 2021;
    private static final int YEARS = 4;
    private static final int MOST_LINES = 40;
    private static final int MOST_DECIMALS = 9;
    private static final List<String> FUNCTIONS = List.of("E01", "E02", "E03", "E04");

    static Report random(String entity, Random random) {
        List<Map<String, String>> lines = new ArrayList<>();
        for (int number = random.nextInt(MOST_LINES); number >= 0; number--) {
            lines.add(Map.of(
                    "function", FUNCTIONS.get(random.nextInt(FUNCTIONS.size())),
                    "amount", amount(random),
                    "lineId", "L" + number));
        }
        return new Report(entity, FIRST_YEAR + random.nextInt(YEARS), lines);
    }

    Map<String, Object> body() {
        return Map.of(
                "entity",
                entity,
                "year",
                year,
                "flow",
                "expense",
                "breakdowns",
                List.of(Map.of("dimensions", List.of("function"), "lines", lines)));
    }

    BigDecimal total() {
        return lines.stream().map(line -> new BigDecimal(line.get("amount"))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String amount(Random random) {
        return BigDecimal.valueOf(
                        random.nextLong(-1_000_000_000_000L, 9_000_000_000_000L), random.nextInt(MOST_DECIMALS + 1))
                .toPlainString();
    }
}
