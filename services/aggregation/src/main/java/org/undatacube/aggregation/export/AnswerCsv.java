package org.undatacube.aggregation.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.undatacube.aggregation.answer.Answer;
import org.undatacube.aggregation.answer.Cell;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.Question;

/**
 * An answer's cells as CSV (RFC 4180) with a header: for each drilldown its code and its label, for the year the year,
 * then the measures. Text that a spreadsheet would run as a formula has an apostrophe put before it.
 */
public final class AnswerCsv {
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final String LABEL = ".label";

    private AnswerCsv() {}

    public static String write(Answer answer) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(header(answer.question()));
            answer.cells().forEach(cell -> csv.writeRecord(record(cell)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> header(Question question) {
        List<String> header = new ArrayList<>();
        for (Drilldown drilldown : question.drilldowns()) {
            header.add(drilldown.key());
            if (!(drilldown instanceof Drilldown.ByYear)) {
                header.add(drilldown.key() + LABEL);
            }
        }
        question.measures().forEach(measure -> header.add(measure.key()));
        return header;
    }

    private static List<String> record(Cell cell) {
        List<String> fields = new ArrayList<>();
        for (Cell.Key key : cell.keys()) {
            if (key instanceof Cell.Key.Member member) {
                fields.add(harmless(member.code()));
                fields.add(harmless(member.label()));
            } else if (key instanceof Cell.Key.Year year) {
                fields.add(Integer.toString(year.year()));
            }
        }
        cell.figures().properties().values().forEach(value -> fields.add(value == null ? "" : value.toString()));
        return fields;
    }

    private static String harmless(String text) {
        // a dash alone is no formula but stands for no group
        return text.length() > 1 && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
