package org.undatacube.aggregation.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.undatacube.aggregation.answer.Answer;
import org.undatacube.aggregation.answer.Figures;
import org.undatacube.aggregation.answer.StreamedAnswer;

/**
 * An answer's cells as a JSON object in a line each, with the properties that they have in JSON. Where drilldowns run
 * across it is the rows, and the measures of each column are properties that are named like the columns of a table.
 */
final class AnswerNdjson implements AnswerForm {
    private final JsonFactory factory;

    AnswerNdjson(JsonFactory factory) {
        this.factory = factory;
    }

    @Override
    public void write(StreamedAnswer answer, Style style, OutputStream out) throws IOException {
        try (JsonGenerator json = factory.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            JsonCells cells = new JsonCells(json, style.labels());
            boolean[] any = {false};
            if (answer.frame().columns() == null) {
                answer.cells().read(cell -> {
                    json.writeStartObject();
                    cells.cell(cell);
                    json.writeEndObject();
                    any[0] = true;
                });
            } else {
                any[0] = writeRows(answer.frame(), cells);
            }
            if (any[0]) {
                json.writeRaw('\n');
            }
        }
    }

    /** @return whether there is one */
    private static boolean writeRows(Answer answer, JsonCells cells) throws IOException {
        List<AnswerTable.Column> columns = new AnswerTable(answer, Labels.BOTH).columns();
        for (Answer.Row row : answer.rows()) {
            cells.json().writeStartObject();
            cells.grouping(row.grouping());
            cells.keys(row.keys());
            int place = columns.size()
                    - (row.cells().size() + 1) * row.total().measures().size();
            for (Figures figures : row.cells()) {
                place = write(
                        cells, columns, place, figures, row.total().measures().size());
            }
            write(cells, columns, place, row.total(), row.total().measures().size());
            cells.json().writeEndObject();
        }
        return !answer.rows().isEmpty();
    }

    /** @return the place behind those that were written */
    private static int write(
            JsonCells cells, List<AnswerTable.Column> columns, int place, Figures figures, int measures)
            throws IOException {
        for (int index = 0; index < measures; index++) {
            cells.json().writeFieldName(columns.get(place + index).name());
            cells.value(figures == null ? null : figures.shown(index));
        }
        return place + measures;
    }
}
