package org.undatacube.aggregation.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.undatacube.aggregation.answer.Answer;
import org.undatacube.aggregation.answer.Figures;
import org.undatacube.aggregation.answer.StreamedAnswer;

/** An answer as JSON. What there can be much of is written piece by piece. */
final class AnswerJson implements AnswerForm {
    private final ObjectWriter writer;

    /** @param writer of the parts of which there is not much */
    AnswerJson(ObjectWriter writer) {
        this.writer = writer;
    }

    @Override
    public void write(StreamedAnswer streamed, Style style, OutputStream out) throws IOException {
        Answer answer = streamed.frame();
        try (JsonGenerator json = writer.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            JsonCells cells = new JsonCells(json, style.labels());
            json.writeStartObject();
            writeHead(json, answer);
            // what is known is sent before the cells are
            json.flush();
            long count = answer.columns() == null ? writeCells(cells, streamed) : writeRows(cells, answer);
            json.writeNumberField("cellCount", Math.max(count, answer.cellCount()));
            json.writeFieldName("total");
            write(cells, answer.total());
            writeRest(json, answer);
            json.writeEndObject();
        }
    }

    /** What answers say first, whichever form of JSON they have. */
    void writeHead(JsonGenerator json, Answer answer) throws IOException {
        write(json, "cube", answer.cube());
        json.writeNumberField("edition", answer.edition());
        write(json, "publishedAt", answer.publishedAt());
        write(json, "question", answer.question());
    }

    /** What answers say last, whichever form of JSON they have. */
    void writeRest(JsonGenerator json, Answer answer) throws IOException {
        write(json, "coverage", answer.coverage());
        write(json, "obstacle", answer.obstacle());
        write(json, "consolidation", answer.consolidation());
        write(json, "notes", answer.notes());
    }

    /** What is null is absent. */
    private void write(JsonGenerator json, String name, Object value) throws IOException {
        if (value != null) {
            json.writeFieldName(name);
            writer.writeValue(json, value);
        }
    }

    /** @return how many there were */
    private static long writeCells(JsonCells cells, StreamedAnswer answer) throws IOException {
        JsonGenerator json = cells.json();
        long[] count = {0};
        json.writeArrayFieldStart("cells");
        answer.cells().read(cell -> {
            json.writeStartObject();
            cells.cell(cell);
            json.writeEndObject();
            count[0]++;
        });
        json.writeEndArray();
        return count[0];
    }

    /** @return how many there were */
    private static long writeRows(JsonCells cells, Answer answer) throws IOException {
        JsonGenerator json = cells.json();
        json.writeArrayFieldStart("columns");
        for (Answer.Column column : answer.columns()) {
            json.writeStartObject();
            cells.keys(column.keys());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rows");
        for (Answer.Row row : answer.rows()) {
            json.writeStartObject();
            cells.grouping(row.grouping());
            cells.keys(row.keys());
            write(cells, "cells", row.cells());
            json.writeFieldName("total");
            write(cells, row.total());
            json.writeEndObject();
        }
        json.writeEndArray();
        write(cells, "columnTotals", answer.columnTotals());
        return answer.rows().size();
    }

    private static void write(JsonCells cells, String name, List<Figures> all) throws IOException {
        cells.json().writeArrayFieldStart(name);
        for (Figures figures : all) {
            if (figures == null) {
                cells.json().writeNull();
            } else {
                write(cells, figures);
            }
        }
        cells.json().writeEndArray();
    }

    static void write(JsonCells cells, Figures figures) throws IOException {
        cells.json().writeStartObject();
        cells.measures(figures);
        cells.json().writeEndObject();
    }
}
