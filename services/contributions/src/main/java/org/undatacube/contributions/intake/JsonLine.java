package org.undatacube.contributions.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.LineField;
import org.undatacube.contributions.validation.StatedLine;

/** Reads what a line says. */
public final class JsonLine {
    private static final FieldNames PROPERTIES = new FieldNames("property of a line", LineField.spellings());

    private JsonLine() {}

    /** A line that is a body of its own. */
    public static StatedLine alone(InputStream body, Findings findings) throws IOException {
        try (JsonParser json = JsonObjects.open(body)) {
            StatedLine line = read(json, StatedLine.alone(), findings);
            JsonObjects.requireEnd(json);
            return line;
        }
    }

    /** @param json at the start of the line's object; at its end afterwards */
    static StatedLine read(JsonParser json, StatedLine line, Findings findings) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            Optional<LineField> field = LineField.find(name);
            if (field.isEmpty()) {
                PROPERTIES.reportUnknown(name, line.at(name), findings);
                json.skipChildren();
            } else if (line.mentions(field.get())) {
                PROPERTIES.reportRepeated(name, line.at(name), findings);
                json.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                boolean isAmount = field.get() == LineField.AMOUNT;
                JsonValues.text(json, line.at(name), isAmount, findings)
                        .ifPresentOrElse(text -> line.state(field.get(), text), () -> line.markUnreadable(field.get()));
            }
        }
        return line;
    }
}
