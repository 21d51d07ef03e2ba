package org.undatacube.registry.resolving;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.http.Problem;
import org.undatacube.registry.RegistryProblem;

/**
 * What is to be resolved.
 *
 * @param values each as text, or as an object where it has a year of its own
 * @param year to which they belong, unless they say another; null for none
 */
public record ResolveRequest(
        @Schema(
                description = "At most 10000, each a text or an object with value and year",
                examples = "[\"Turkey\", {\"value\": \"R03\", \"year\": 2017}]")
        List<Question> values,

        @Schema(examples = "2024") Integer year) {
    static final int MOST_VALUES = 10_000;
    /** More than any name has. */
    static final int LONGEST_VALUE = 1_000;

    private static final String VALUE = "value";
    private static final String VALUES = "values";
    private static final String YEAR = "year";
    private static final String FORM = "{\"values\": [\"…\", {\"value\": \"…\", \"year\": 2024}], \"year\": 2024}";
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Reads a body value by value, so that one with too many takes no room.
     *
     * @throws IOException where it is not JSON
     * @throws Problem (422) where it is no such request, naming the place
     */
    static ResolveRequest read(InputStream body) throws IOException {
        List<Question> values = null;
        Integer year = null;
        try (JsonParser json = JSON.createParser(body)) {
            require(json.nextToken() == JsonToken.START_OBJECT, "", "The body is not an object.");
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String pointer = "/" + json.currentName();
                json.nextToken();
                switch (pointer.substring(1)) {
                    case VALUES -> values = values(json);
                    case YEAR -> year = year(json, pointer);
                    default -> throw invalid(pointer, "A request has no such property.");
                }
            }
        }
        require(values != null, "/" + VALUES, "There are no values.");
        return new ResolveRequest(values, year);
    }

    /** The values, each with its year. */
    List<Question> questions() {
        return values.stream().map(value -> value.in(year)).toList();
    }

    private static List<Question> values(JsonParser json) throws IOException {
        require(json.currentToken() == JsonToken.START_ARRAY, "/" + VALUES, "The values are not a list.");
        List<Question> values = new ArrayList<>();
        int given = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (given < MOST_VALUES) {
                values.add(value(json, "/" + VALUES + "/" + given));
            } else {
                json.skipChildren();
            }
            given++;
        }
        if (given > MOST_VALUES) {
            throw invalid(
                            "/" + VALUES,
                            given + " values are too many for one request; the limit is " + MOST_VALUES + ".")
                    .with("limit", MOST_VALUES);
        }
        return values;
    }

    private static Question value(JsonParser json, String pointer) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return new Question(text(json, pointer), null);
        }
        String value = null;
        Integer year = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String inner = pointer + "/" + json.currentName();
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case VALUE -> value = text(json, inner);
                case YEAR -> year = year(json, inner);
                default -> throw invalid(inner, "A value has no such property.");
            }
        }
        require(value != null, pointer + "/" + VALUE, "The value is missing.");
        return new Question(value, year);
    }

    private static String text(JsonParser json, String pointer) throws IOException {
        require(
                json.currentToken() == JsonToken.VALUE_STRING,
                pointer,
                "A value is text; as a number, 8.10 would be 8.1.");
        require(
                json.getTextLength() <= LONGEST_VALUE,
                pointer,
                "A value has at most " + LONGEST_VALUE + " characters.");
        return json.getText();
    }

    private static Integer year(JsonParser json, String pointer) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        require(
                json.currentToken() == JsonToken.VALUE_NUMBER_INT
                        && json.getText().matches("[12]\\d{3}"),
                pointer,
                "This is not a year.");
        return json.getIntValue();
    }

    private static void require(boolean sound, String pointer, String fault) {
        if (!sound) {
            throw invalid(pointer, fault);
        }
    }

    private static Problem invalid(String pointer, String fault) {
        return new Problem(RegistryProblem.INVALID_RESOLVE_REQUEST, fault)
                .with("pointer", pointer)
                .with("expected", FORM);
    }
}
