package org.undatacube.acceptance.explorer;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What the API says to a question, as an English reader of the explorer should see it. */
final class Questions {
    private static final int MILLION = 6;

    private Questions() {}

    /** The cells of an answer. */
    static List<JsonNode> cells(Explorer explorer, String cube, Map<String, String> question) {
        JsonNode answer = explorer.suite().anybody().ask(cube, question).require(200);
        return StreamSupport.stream(answer.path("cells").spliterator(), false).toList();
    }

    /** Amounts in USD million, by the names of the members of a drilldown. */
    static Map<String, String> millions(List<JsonNode> cells, String drilldown) {
        Map<String, String> amounts = new LinkedHashMap<>();
        cells.forEach(cell -> amounts.put(
                cell.path(drilldown).path("label").asText(),
                shown(new BigDecimal(cell.path("amount").asText()).movePointLeft(MILLION), 1, 1)));
        return amounts;
    }

    /** Amounts with every digit, by the names of the members of a drilldown. */
    static Map<String, String> exact(List<JsonNode> cells, String drilldown) {
        Map<String, String> amounts = new LinkedHashMap<>();
        cells.forEach(cell -> amounts.put(
                cell.path(drilldown).path("label").asText(),
                shown(new BigDecimal(cell.path("amount").asText()), 2, 20)));
        return amounts;
    }

    static String shown(BigDecimal amount, int least, int most) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(amount);
    }

    /** The table on the page: the first figure of each row by the row's name. */
    static Map<String, String> rows(Locator table) {
        Map<String, String> amounts = new LinkedHashMap<>();
        for (Locator row : table.locator("tbody tr").all()) {
            amounts.put(
                    row.locator(".row-name").textContent().strip(),
                    row.locator("td").first().textContent().strip());
        }
        return amounts;
    }
}
