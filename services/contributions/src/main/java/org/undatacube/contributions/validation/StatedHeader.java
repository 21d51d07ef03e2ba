package org.undatacube.contributions.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a submission says about itself, before any rule looked at it.
 *
 * @param values by name; missing or null where it says nothing
 * @param places where each of them stands, for findings
 */
public record StatedHeader(Map<String, String> values, Function<String, Place> places) {
    /** All that may be said. */
    public static final List<String> NAMES =
            List.of("entity", "year", "flow", "controlTotal", "replaces", "source", "test");

    /** The header of a submission that says it in query parameters. */
    public static StatedHeader inParameters(Map<String, String> values) {
        return new StatedHeader(values, Place::ofField);
    }

    /** The header of a submission that says it as members of a JSON object. */
    public static StatedHeader inJson(Map<String, String> values) {
        return new StatedHeader(values, field -> Place.ofProperty(field, "/" + field));
    }

    /** All that either says. Where both say something it must be the same. */
    public StatedHeader with(StatedHeader other, Findings findings) {
        Function<String, Place> either = field -> given(field).isPresent() ? at(field) : other.at(field);
        Map<String, String> merged = new HashMap<>(values);
        for (String name : NAMES) {
            Optional<String> second = other.given(name);
            if (given(name).isEmpty()) {
                merged.put(name, second.orElse(null));
            } else if (second.isPresent() && !second.equals(given(name))) {
                findings.add(
                        Rule.REPEATED_FIELD,
                        at(name),
                        values.get(name),
                        name + " is also given as " + Text.quotable(second.get()) + ", in another place.",
                        "once, or the same");
            }
        }
        return new StatedHeader(merged, either);
    }

    /** All that it says, by name. */
    public Map<String, String> given() {
        Map<String, String> said = new HashMap<>(values);
        said.values().removeIf(text -> text == null || text.isBlank());
        return said;
    }

    public Place at(String field) {
        return places.apply(field);
    }

    /** What it says; blank text says nothing. */
    Optional<String> given(String name) {
        return Optional.ofNullable(values.get(name)).filter(text -> !text.isBlank());
    }
}
