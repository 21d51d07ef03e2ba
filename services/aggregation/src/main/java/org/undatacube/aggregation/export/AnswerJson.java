package org.undatacube.aggregation.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.undatacube.aggregation.answer.Answer;
import org.undatacube.aggregation.answer.Cell;
import org.undatacube.aggregation.answer.Figures;
import org.undatacube.aggregation.cube.Measure;

/** An answer as JSON. What there can be much of is written piece by piece. */
final class AnswerJson {
    private final ObjectWriter writer;

    private AnswerJson(ObjectWriter writer) {
        this.writer = writer;
    }

    /** @param writer of the parts of which there is not much */
    static byte[] bytes(Answer answer, ObjectWriter writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new AnswerJson(writer).write(answer, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void write(Answer answer, OutputStream out) throws IOException {
        try (JsonGenerator json = writer.createGenerator(out)) {
            json.writeStartObject();
            write(json, "cube", answer.cube());
            json.writeNumberField("edition", answer.edition());
            write(json, "publishedAt", answer.publishedAt());
            write(json, "question", answer.question());
            writeCells(json, answer);
            json.writeNumberField("cellCount", answer.cellCount());
            json.writeFieldName("total");
            write(json, answer.total());
            write(json, "coverage", answer.coverage());
            write(json, "obstacle", answer.obstacle());
            write(json, "consolidation", answer.consolidation());
            write(json, "notes", answer.notes());
            json.writeEndObject();
        }
    }

    /** What is null is absent. */
    private void write(JsonGenerator json, String name, Object value) throws IOException {
        if (value != null) {
            json.writeFieldName(name);
            writer.writeValue(json, value);
        }
    }

    private static void writeCells(JsonGenerator json, Answer answer) throws IOException {
        if (answer.cells() != null) {
            json.writeArrayFieldStart("cells");
            for (Cell cell : answer.cells()) {
                json.writeStartObject();
                writeGrouping(json, cell.grouping());
                writeKeys(json, cell.keys());
                writeMeasures(json, cell.figures());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (answer.columns() != null) {
            json.writeArrayFieldStart("columns");
            for (Answer.Column column : answer.columns()) {
                json.writeStartObject();
                writeKeys(json, column.keys());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("rows");
            for (Answer.Row row : answer.rows()) {
                write(json, row);
            }
            json.writeEndArray();
            write(json, "columnTotals", answer.columnTotals());
        }
    }

    private static void write(JsonGenerator json, Answer.Row row) throws IOException {
        json.writeStartObject();
        writeGrouping(json, row.grouping());
        writeKeys(json, row.keys());
        write(json, "cells", row.cells());
        json.writeFieldName("total");
        write(json, row.total());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, List<Figures> cells) throws IOException {
        json.writeArrayFieldStart(name);
        for (Figures figures : cells) {
            if (figures == null) {
                json.writeNull();
            } else {
                write(json, figures);
            }
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Figures figures) throws IOException {
        json.writeStartObject();
        writeMeasures(json, figures);
        json.writeEndObject();
    }

    private static void writeGrouping(JsonGenerator json, List<String> grouping) throws IOException {
        if (grouping != null) {
            json.writeArrayFieldStart("grouping");
            for (String drilldown : grouping) {
                json.writeString(drilldown);
            }
            json.writeEndArray();
        }
    }

    private static void writeKeys(JsonGenerator json, List<Cell.Key> keys) throws IOException {
        boolean others = false;
        for (Cell.Key key : keys) {
            if (key instanceof Cell.Key.Member member) {
                json.writeObjectFieldStart(member.drilldown());
                json.writeStringField("code", member.code());
                json.writeStringField("label", member.label());
                json.writeEndObject();
            } else if (key instanceof Cell.Key.Year year) {
                json.writeNumberField(year.drilldown(), year.year());
            }
            others |= key.isOthers();
        }
        if (others) {
            json.writeBooleanField("others", true);
        }
    }

    private static void writeMeasures(JsonGenerator json, Figures figures) throws IOException {
        List<Measure> measures = figures.measures();
        for (int index = 0; index < measures.size(); index++) {
            json.writeFieldName(measures.get(index).key());
            Object value = figures.shown(index);
            if (value == null) {
                json.writeNull();
            } else if (value instanceof Long count) {
                json.writeNumber(count);
            } else {
                json.writeString((String) value);
            }
        }
    }
}
