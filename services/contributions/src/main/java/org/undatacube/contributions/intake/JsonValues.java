package org.undatacube.contributions.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.JsonPointer;
import org.undatacube.contributions.validation.Place;
import org.undatacube.contributions.validation.Rule;

/** Reads values that should be text or numbers. */
final class JsonValues {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(1 << 20)
                    .maxNameLength(1_000)
                    .build())
            // some writers send them for numbers that they do not have: that is a finding, not a syntax error
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private JsonValues() {}

    /** A reader that takes no more memory than honest bodies need. */
    static JsonParser parser(InputStream body) throws IOException {
        return JSON.createParser(body);
    }

    /**
     * The digits or text of the current value; empty for null, and where it is of another type, which is a finding. A
     * number is never made of it here, so that neither digits nor memory are at stake.
     */
    static Optional<String> text(JsonParser json, Place place, boolean mayBeNumber, Findings findings)
            throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        if (token == JsonToken.VALUE_STRING || (token.isNumeric() && mayBeNumber)) {
            return Optional.of(json.getText());
        }
        reportType(json, place, mayBeNumber ? "a number, or text with a number" : "text in quotation marks", findings);
        json.skipChildren();
        return Optional.empty();
    }

    static void reportType(JsonParser json, Place place, String expected, Findings findings) throws IOException {
        String value = json.currentToken().isScalarValue() ? json.getText() : null;
        findings.add(Rule.WRONG_TYPE, place, value, "This is " + name(json.currentToken()) + ".", expected);
    }

    static String pointer(String parent, String property) {
        return parent + "/" + JsonPointer.escape(property);
    }

    private static String name(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_STRING -> "text";
            case VALUE_NULL -> "null";
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> "no value";
        };
    }
}
