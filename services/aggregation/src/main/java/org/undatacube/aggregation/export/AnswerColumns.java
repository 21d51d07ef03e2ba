package org.undatacube.aggregation.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.aggregation.answer.StreamedAnswer;

/**
 * An answer's table as JSON, column by column. Of a column of texts each text is given once, and then for each row the
 * place of its text, counted from 0; a row that has none has null.
 */
final class AnswerColumns implements AnswerForm {
    private final ObjectWriter writer;
    private final AnswerJson form;

    AnswerColumns(ObjectWriter writer) {
        this.writer = writer;
        this.form = new AnswerJson(writer);
    }

    /** A column of texts. */
    private static final class Texts {
        private final Map<String, Integer> places = new LinkedHashMap<>();
        private final List<Integer> rows = new ArrayList<>();

        void add(Object text) {
            rows.add(text == null ? null : places.computeIfAbsent((String) text, added -> places.size()));
        }

        void write(JsonGenerator json) throws IOException {
            json.writeArrayFieldStart("texts");
            for (String text : places.keySet()) {
                json.writeString(text);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("rows");
            for (Integer place : rows) {
                json.writeObject(place);
            }
            json.writeEndArray();
        }
    }

    @Override
    public void write(StreamedAnswer streamed, Style style, OutputStream out) throws IOException {
        AnswerTable table = new AnswerTable(streamed.frame(), style.labels());
        List<AnswerTable.Row> rows = new ArrayList<>();
        table.read(streamed, rows::add);
        try (JsonGenerator json = writer.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            form.writeHead(json, streamed.frame());
            json.writeNumberField("rowCount", rows.size());
            json.writeArrayFieldStart("columns");
            for (int column = 0; column < table.columns().size(); column++) {
                write(json, table.columns().get(column), column, rows);
            }
            json.writeEndArray();
            json.writeFieldName("total");
            AnswerJson.write(
                    new JsonCells(json, style.labels()), streamed.frame().total());
            form.writeRest(json, streamed.frame());
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, AnswerTable.Column column, int index, List<AnswerTable.Row> rows)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("name", column.name());
        json.writeStringField("type", column.kind().code());
        switch (column.kind()) {
            case GROUPING, CODE, LABEL -> {
                Texts texts = new Texts();
                rows.forEach(row -> texts.add(row.value(index)));
                texts.write(json);
            }
            case YEAR, COUNT -> {
                json.writeArrayFieldStart("values");
                for (AnswerTable.Row row : rows) {
                    json.writeObject(row.value(index));
                }
                json.writeEndArray();
            }
            case USD, RATIO -> {
                json.writeArrayFieldStart("values");
                for (AnswerTable.Row row : rows) {
                    json.writeObject(row.value(index) == null ? null : row.text(index));
                }
                json.writeEndArray();
            }
        }
        json.writeEndObject();
    }
}
