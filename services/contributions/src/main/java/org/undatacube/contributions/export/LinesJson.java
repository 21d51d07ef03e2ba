package org.undatacube.contributions.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.undatacube.contributions.export.LinePage.Cursor;
import org.undatacube.contributions.submission.Line;
import org.undatacube.contributions.submission.LineColumn;
import org.undatacube.contributions.submission.LineColumn.Kind;
import org.undatacube.contributions.submission.LineStore;

/** The lines as one JSON document, after what the submission says about itself; or each as a JSON text of its own. */
@ApplicationScoped
class LinesJson {
    private final LineStore lines;
    private final ObjectMapper mapper;

    LinesJson(LineStore lines, ObjectMapper mapper) {
        this.lines = lines;
        this.mapper = mapper;
    }

    void writeDocument(Exported exported, OutputStream out) throws IOException {
        try (JsonGenerator json = mapper.createGenerator(out)) {
            json.writeStartObject();
            json.writePOJOField("submission", exported.submission());
            json.writeArrayFieldStart("lines");
            exported.read(lines, line -> write(line, exported, json));
            json.writeEndArray();
            Optional<Cursor> next = exported.page().flatMap(LinePage::next);
            if (next.isPresent()) {
                json.writeStringField("next", next.get().toString());
            }
            json.writeEndObject();
        }
    }

    void writeLines(Exported exported, OutputStream out) throws IOException {
        try (JsonGenerator json = mapper.createGenerator(out)) {
            json.setRootValueSeparator(null);
            exported.read(lines, line -> {
                write(line, exported, json);
                json.writeRaw('\n');
            });
        }
    }

    private static void write(Line line, Exported exported, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (LineColumn column : LineColumn.ALL) {
            String value = column.of(line, exported.rates());
            if (value != null) {
                json.writeFieldName(column.title());
                if (column.kind() == Kind.WHOLE_NUMBER) {
                    json.writeNumber(value);
                } else {
                    // decimals too: most readers of JSON make floating-point numbers of numbers
                    json.writeString(value);
                }
            }
        }
        json.writeEndObject();
    }
}
