package org.undatacube.codelists;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One code of a list.
 *
 * @param code unique within its list, upper and lower case being different
 * @param level the level of the list's hierarchy on which it stands, e.g. {@code goal}
 * @param parent the code above it in the same list, or null at the top
 * @param label its name by language (ISO 639-1); English is always there
 * @param labelOrigin where each label comes from: {@code official} (a source of the standard's owners), {@code cldr}
 *     (Unicode's locale data) or {@code translated} (for this project)
 * @param definition what it means in the standard, or null
 * @param notes what a reader of its figures must know, or null
 * @param validFrom first year in which it may be reported, or null
 * @param validTo last year in which it may be reported, or null
 * @param supersededBy the code that took its place, or null
 * @param aliases other spellings met in real submissions
 * @param attributes further facts, e.g. an entity's OECD channel
 */
public record Code(
        String code,
        String level,
        @Schema(nullable = true) String parent,
        Map<String, String> label,
        Map<String, String> labelOrigin,
        @Schema(nullable = true) String definition,
        @Schema(nullable = true) String notes,
        @Schema(nullable = true) Integer validFrom,
        @Schema(nullable = true) Integer validTo,
        @Schema(nullable = true) String supersededBy,
        List<Alias> aliases,
        Map<String, String> attributes) {

    /** Another spelling of a code, and where it was met. */
    public record Alias(String alias, String source) {}

    public Code {
        label = inOrder(label);
        labelOrigin = inOrder(labelOrigin);
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
        attributes = inOrder(attributes);
    }

    public boolean isValidIn(int year) {
        return (validFrom == null || validFrom <= year) && (validTo == null || year <= validTo);
    }

    public Optional<String> parentCode() {
        return Optional.ofNullable(parent);
    }

    public String englishLabel() {
        return label.getOrDefault("en", code);
    }

    /**
     * Its name in a language, or the English one where it has none.
     *
     * @param language ISO 639-1
     */
    public String labelIn(String language) {
        String its = label.get(language);
        return its == null ? englishLabel() : its;
    }

    // always the same order, so that equal codes are written alike: ETags promise the same bytes
    private static Map<String, String> inOrder(Map<String, String> entries) {
        return entries == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(entries));
    }
}
