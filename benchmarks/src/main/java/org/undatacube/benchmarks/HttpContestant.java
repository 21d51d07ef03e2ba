package org.undatacube.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A service of the suite that answers in JSON. */
record HttpContestant(String name, Suite suite, String service) implements Contestant {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Answer ask(RollUp rollUp) throws IOException, InterruptedException {
        String body = suite.get(service, rollUp.target());
        return () -> cells(rollUp, JSON.readTree(body));
    }

    private static Map<String, BigDecimal> cells(RollUp rollUp, JsonNode answer) {
        Map<String, BigDecimal> cells = new HashMap<>();
        for (JsonNode cell : answer.get("cells")) {
            String key =
                    rollUp.levels().stream().map(level -> code(cell.get(level))).collect(Collectors.joining("|"));
            cells.put(key, new BigDecimal(cell.get("amount").asText()).stripTrailingZeros());
        }
        return cells;
    }

    private static String code(JsonNode member) {
        return member.isObject() ? member.get("code").asText() : member.asText();
    }
}
