package org.undatacube.aggregation.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.undatacube.aggregation.answer.Answer;
import org.undatacube.aggregation.answer.Cell;
import org.undatacube.aggregation.answer.Figures;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.Subtotals;

/**
 * An answer's cells as CSV (RFC 4180) with a header: where there are subtotals the drilldowns that the cell is grouped
 * by, for each drilldown its code and its label, for the year the year, then the measures. Where drilldowns run across,
 * the measures of each column and at last those of the row's total. What a cell has not is empty. Text that a spreadsheet
 * would run as a formula has an apostrophe put before it.
 */
final class AnswerCsv {
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final String LABEL = ".label";
    private static final String TOTAL = "total";

    private final Answer answer;
    private final Question question;
    private final List<Drilldown> down;

    private AnswerCsv(Answer answer) {
        this.answer = answer;
        this.question = answer.question();
        this.down = question.drilldowns().stream()
                .filter(drilldown -> !question.columns().contains(drilldown))
                .toList();
    }

    static byte[] bytes(Answer answer) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            new AnswerCsv(answer).write(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(CsvWriter csv) {
        csv.writeRecord(header());
        if (answer.columns() == null) {
            for (Cell cell : answer.cells()) {
                List<String> fields = keys(cell.grouping(), cell.keys());
                addMeasures(fields, cell.figures());
                csv.writeRecord(fields);
            }
        } else {
            for (Answer.Row row : answer.rows()) {
                List<String> fields = keys(row.grouping(), row.keys());
                row.cells().forEach(figures -> addMeasures(fields, figures));
                addMeasures(fields, row.total());
                csv.writeRecord(fields);
            }
        }
    }

    private List<String> header() {
        List<String> header = new ArrayList<>();
        if (question.subtotals() != Subtotals.NONE) {
            header.add("grouping");
        }
        for (Drilldown drilldown : down) {
            header.add(drilldown.key());
            if (!(drilldown instanceof Drilldown.ByYear)) {
                header.add(drilldown.key() + LABEL);
            }
        }
        if (answer.columns() == null) {
            question.measures().forEach(measure -> header.add(measure.key()));
        } else {
            answer.columns().forEach(column -> addMeasures(header, title(column)));
            addMeasures(header, TOTAL);
        }
        return header;
    }

    private void addMeasures(List<String> header, String column) {
        for (Measure measure : question.measures()) {
            header.add(harmless(question.measures().size() == 1 ? column : column + " " + measure.key()));
        }
    }

    private static String title(Answer.Column column) {
        return column.keys().stream().map(AnswerCsv::title).collect(Collectors.joining(" "));
    }

    private static String title(Cell.Key key) {
        if (key instanceof Cell.Key.Year year) {
            return Integer.toString(year.year());
        }
        Cell.Key.Member member = (Cell.Key.Member) key;
        return member.isOthers() ? member.label() : member.code();
    }

    /** The keys come in the order of the drilldowns; of those that the cell is not grouped by the fields are empty. */
    private List<String> keys(List<String> grouping, List<Cell.Key> keys) {
        List<String> fields = new ArrayList<>();
        if (grouping != null) {
            fields.add(String.join(" ", grouping));
        }
        int place = 0;
        for (Drilldown drilldown : down) {
            boolean isThere = place < keys.size() && keys.get(place).drilldown().equals(drilldown.key());
            addKey(fields, drilldown, isThere ? keys.get(place++) : null);
        }
        return fields;
    }

    private static void addKey(List<String> fields, Drilldown drilldown, Cell.Key key) {
        if (key instanceof Cell.Key.Member member) {
            fields.add(member.isOthers() ? "" : harmless(member.code()));
            fields.add(harmless(member.label()));
        } else if (key instanceof Cell.Key.Year year) {
            fields.add(Integer.toString(year.year()));
        } else {
            fields.add("");
            if (!(drilldown instanceof Drilldown.ByYear)) {
                fields.add("");
            }
        }
    }

    private void addMeasures(List<String> fields, Figures figures) {
        for (int index = 0; index < question.measures().size(); index++) {
            Object value = figures == null ? null : figures.shown(index);
            fields.add(value == null ? "" : value.toString());
        }
    }

    private static String harmless(String text) {
        // a dash alone is no formula but stands for no group
        return text.length() > 1 && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
