package org.undatacube.loader;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.undatacube.loader.terminal.Figures;
import org.undatacube.loader.terminal.TextTable;
import org.undatacube.loader.terminal.TextTable.Column;

/** An answer of the cubes for people: a table with its total, what it covers and the edition it is taken from. */
final class Answer {
    private static final String YEAR = "year";

    private final JsonNode answer;

    Answer(JsonNode answer) {
        this.answer = answer;
    }

    void print(PrintWriter out) {
        JsonNode cells = answer.path("cells");
        List<String> fields = fields(cells);
        TextTable table = new TextTable(fields.stream().map(this::column).toList());
        cells.forEach(cell -> table.add(
                fields.stream().map(field -> text(field, cell.path(field))).toList()));
        if (!fields.stream().allMatch(this::isMeasure)) {
            table.add(totals(fields));
        }
        if (!fields.isEmpty()) {
            table.print(out);
        }
        if (cells.size() < answer.path("cellCount").asInt()) {
            out.println("Shown are %d of %s cells; the total is of all."
                    .formatted(cells.size(), answer.path("cellCount").asText()));
        }
        answer.path("notes").forEach(note -> out.println(note.asText()));
        printCoverage(out, answer.path("coverage"));
        out.println("Edition %s, published %s."
                .formatted(
                        answer.path("edition").asText(),
                        answer.path("publishedAt").asText()));
        out.flush();
    }

    private static List<String> fields(JsonNode cells) {
        List<String> fields = new ArrayList<>();
        cells.path(0).fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private Column column(String field) {
        return isMeasure(field) ? Column.number(field.equals("amount") ? "USD" : field) : Column.text(field);
    }

    private boolean isMeasure(String field) {
        return answer.path("total").has(field);
    }

    private List<String> totals(List<String> fields) {
        List<String> totals = new ArrayList<>();
        for (String field : fields) {
            String label = totals.isEmpty() ? "Total" : "";
            totals.add(isMeasure(field) ? text(field, answer.path("total").path(field)) : label);
        }
        return totals;
    }

    private String text(String field, JsonNode value) {
        if (value.isObject()) {
            return value.path("code").asText() + "  " + value.path("label").asText();
        }
        if (field.equals(YEAR) || value.isMissingNode() || value.isNull()) {
            return value.asText("");
        }
        // exact amounts come as strings
        return isMeasure(field) ? number(value) : value.asText();
    }

    private static String number(JsonNode value) {
        return value.isIntegralNumber() ? Figures.count(value.asLong()) : Figures.money(new BigDecimal(value.asText()));
    }

    private static void printCoverage(PrintWriter out, JsonNode coverage) {
        if (coverage.isMissingNode()) {
            return;
        }
        out.println("Covers %s of %s reporting entities, USD %s of %s; not attributed USD %s."
                .formatted(
                        coverage.path("entitiesCovered").asText(),
                        coverage.path("entitiesReporting").asText(),
                        number(coverage.path("amountCovered")),
                        number(coverage.path("amountReported")),
                        number(coverage.path("amountUnattributed"))));
    }
}
