package org.undatacube.contributions.validation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a submission says about itself, before any rule looked at it; null where it says nothing.
 *
 * @param inBody whether it stands in a JSON body, where findings point at it, or in query parameters
 */
public record StatedHeader(
        String entity,
        String year,
        String flow,
        String controlTotal,
        String replaces,
        String source,
        String test,
        boolean inBody) {

    /** All that it says, by field. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("entity", entity);
        values.put("year", year);
        values.put("flow", flow);
        values.put("controlTotal", controlTotal);
        values.put("replaces", replaces);
        values.put("source", source);
        values.put("test", test);
        values.values().removeIf(value -> given(value).isEmpty());
        return values;
    }

    public Place at(String field) {
        return inBody ? Place.ofProperty(field, "/" + field) : Place.ofField(field);
    }

    static Optional<String> given(String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }
}
