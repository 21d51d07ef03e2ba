package org.undatacube.contributions.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.LineField;
import org.undatacube.contributions.validation.StatedLine;

/** Reads lines that are JSON objects. */
public final class JsonLine {
    private static final FieldNames PROPERTIES = new FieldNames("property of a line", LineField.spellings());

    private final JsonParser json;
    private final Findings findings;
    private final FieldNames names;
    private final String breakdownName;
    private String breakdown = "";

    /** For lines that stand within their breakdown. */
    JsonLine(JsonParser json, Findings findings) {
        this(json, findings, PROPERTIES, null);
    }

    private JsonLine(JsonParser json, Findings findings, FieldNames names, String breakdownName) {
        this.json = json;
        this.findings = findings;
        this.names = names;
        this.breakdownName = breakdownName;
    }

    /** A line that is a body of its own. */
    public static StatedLine alone(InputStream body, Findings findings) throws IOException {
        try (JsonParser json = JsonObjects.open(body)) {
            StatedLine line = new JsonLine(json, findings).read(StatedLine.alone());
            JsonObjects.requireEnd(json);
            return line;
        }
    }

    /** For lines that name their breakdown. */
    static JsonLine withBreakdown(JsonParser json, Findings findings) {
        List<String> names = new ArrayList<>(LineField.spellings());
        names.add(Columns.BREAKDOWN);
        return new JsonLine(json, findings, new FieldNames(PROPERTIES.kind(), names), Columns.BREAKDOWN);
    }

    /** Reads up to the end of the object at whose start the parser is. */
    StatedLine read(StatedLine line) throws IOException {
        breakdown = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            Optional<LineField> field = LineField.find(name);
            if (name.equals(breakdownName)) {
                breakdown = JsonValues.text(json, line.at(name), false, findings)
                        .orElse("")
                        .strip();
            } else if (field.isEmpty()) {
                names.reportUnknown(name, line.at(name), findings);
                json.skipChildren();
            } else if (line.mentions(field.get())) {
                names.reportRepeated(name, line.at(name), findings);
                json.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                value(field.get(), line)
                        .ifPresentOrElse(text -> line.state(field.get(), text), () -> line.markUnreadable(field.get()));
            }
        }
        return line;
    }

    private Optional<String> value(LineField field, StatedLine line) throws IOException {
        if (field == LineField.SDGS && json.currentToken() == JsonToken.START_ARRAY) {
            return new JsonShares(json, line, findings).read();
        }
        return JsonValues.text(json, line.at(field), field == LineField.AMOUNT, findings);
    }

    /** The breakdown that the line read last names; empty where it names none. */
    String breakdown() {
        return breakdown;
    }
}
