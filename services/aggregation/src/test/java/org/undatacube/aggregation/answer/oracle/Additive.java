package org.undatacube.aggregation.answer.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What holds for amounts that are rounded so that they add up, whichever of them are rounded the other way. The service's
 * amounts are replaced by the exact ones once they passed.
 */
final class Additive {
    private static final String AMOUNT = "amount";

    private final int decimals;
    private final boolean rollup;
    private final boolean isPage;
    private final List<String> drilldowns;
    private final ObjectNode exact;
    private final ObjectNode rounded;
    private final String where;

    Additive(Map<String, String> question, ObjectNode exact, ObjectNode rounded, String where) {
        this.decimals = Integer.parseInt(question.get("decimals"));
        this.rollup = "rollup".equals(question.get("subtotals"));
        this.isPage = question.containsKey("limit") || question.containsKey("offset");
        this.drilldowns = Asked.items(question, "drilldown", ",");
        this.exact = exact;
        this.rounded = rounded;
        this.where = where;
    }

    void check() {
        if (!exact.get("total").has(AMOUNT)) {
            return;
        }
        JsonNode cells = rounded.path("cells");
        assertEquals(exact.get("cells").size(), cells.size(), where);
        BigDecimal total = amount(rounded.get("total"));
        assertEquals(
                0,
                amount(exact.get("total"))
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .compareTo(total),
                where);
        if (!isPage) {
            checkSums(cells, total);
        }
        for (int index = 0; index < cells.size(); index++) {
            BigDecimal error = amount(cells.get(index)).subtract(amount(exact.at("/cells/" + index)));
            assertTrue(error.abs().compareTo(BigDecimal.ONE.movePointLeft(decimals)) < 0, where + " cell " + index);
            assertTrue(amount(cells.get(index)).stripTrailingZeros().scale() <= decimals, where + " cell " + index);
            ((ObjectNode) cells.get(index))
                    .set(AMOUNT, exact.at("/cells/" + index).get(AMOUNT));
        }
        ((ObjectNode) rounded.get("total")).set(AMOUNT, exact.at("/total/amount"));
    }

    /** Cells have the keys of their own grouping only, so that a cell without one of them is the sum of those with it. */
    private void checkSums(JsonNode cells, BigDecimal total) {
        Map<List<JsonNode>, BigDecimal> own = new HashMap<>();
        Map<List<JsonNode>, BigDecimal> parts = new HashMap<>();
        for (JsonNode cell : cells) {
            List<JsonNode> keys =
                    drilldowns.stream().filter(cell::has).map(cell::get).toList();
            own.put(keys, amount(cell));
            int above = rollup ? Math.max(0, keys.size() - 1) : 0;
            if (!keys.isEmpty()) {
                parts.merge(keys.subList(0, above), amount(cell), BigDecimal::add);
            }
        }
        own.putIfAbsent(List.of(), total);
        parts.forEach((keys, sum) -> assertEquals(0, sum.compareTo(own.get(keys)), where + " parts of " + keys));
    }

    private static BigDecimal amount(JsonNode cell) {
        return new BigDecimal(cell.get(AMOUNT).asText());
    }
}
