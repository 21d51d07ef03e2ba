package org.undatacube.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The cells of a service's answer. */
final class Cells {
    /** In the place of the code where a subtotal is over all members. */
    static final String ALL = "*";

    private Cells() {}

    /** The amount of each by its codes, trailing zeros removed. */
    static Map<String, BigDecimal> of(Asked question, JsonNode answer) {
        Map<String, BigDecimal> cells = new HashMap<>();
        for (JsonNode cell : answer.get("cells")) {
            String key = question.levels().stream()
                    .map(level -> code(cell.path(level)))
                    .collect(Collectors.joining("|"));
            cells.put(key, new BigDecimal(cell.get("amount").asText()).stripTrailingZeros());
        }
        return cells;
    }

    private static String code(JsonNode member) {
        if (member.isMissingNode()) {
            return ALL;
        }
        return member.isObject() ? member.get("code").asText() : member.asText();
    }
}
