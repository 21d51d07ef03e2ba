package org.undatacube.contributions.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.Place;

/**
 * What is to be changed of what a submission says about itself, as a JSON merge patch (RFC 7396).
 *
 * @param values by field; empty where the field is to be taken away, absent where it is to stay
 */
public record HeaderPatch(Map<String, Optional<String>> values) {
    private static final FieldNames PROPERTIES =
            new FieldNames("property that can be changed", List.of("controlTotal", "source", "replaces"));

    public static HeaderPatch read(InputStream body, Findings findings) throws IOException {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        try (JsonParser json = JsonObjects.open(body)) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                Place place = Place.ofProperty(name, JsonValues.pointer("", name));
                json.nextToken();
                if (!PROPERTIES.names().contains(name)) {
                    PROPERTIES.reportUnknown(name, place, findings);
                    json.skipChildren();
                } else if (values.containsKey(name)) {
                    PROPERTIES.reportRepeated(name, place, findings);
                    json.skipChildren();
                } else {
                    values.put(name, JsonValues.text(json, place, name.equals("controlTotal"), findings));
                }
            }
            JsonObjects.requireEnd(json);
        }
        return new HeaderPatch(values);
    }

    /** The value that a field has afterwards. */
    public String over(String field, String before) {
        Optional<String> value = values.get(field);
        return value == null ? before : value.orElse(null);
    }
}
