package org.undatacube.registry.sdmx;

import java.util.Map;

/**
 * Something that SDMX has no place for.
 *
 * @param value the same in every language, or null
 * @param texts by language
 */
record Annotation(String type, String value, Map<String, String> texts) {

    static Annotation value(String type, Object value) {
        return new Annotation(type, value.toString(), Map.of());
    }

    static Annotation text(String type, Object english) {
        return new Annotation(type, null, Map.of("en", english.toString()));
    }
}
