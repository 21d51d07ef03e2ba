package org.undatacube.aggregation.sdmx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.undatacube.aggregation.query.Excerpt;
import org.undatacube.codelists.SdmxId;
import org.undatacube.http.Problem;

/**
 * A key as it is written, of which nothing is known yet to be right but its form.
 *
 * @param parts of each dimension of a series' key the identifiers that are wanted; none where all are
 */
record KeyText(List<List<String>> parts) {
    private static final String KEY = "key";
    private static final String ALL_OF_2_1 = "all";
    private static final String ANY = "*";

    private static KeyText ofAll(FlowStructure structure) {
        return new KeyText(
                structure.seriesKey().stream().map(id -> List.<String>of()).toList());
    }

    /** {@code A.UNDP+WFP..466...}: one part for each dimension, empty for all; or {@code all}. */
    static KeyText ofVersion21(FlowStructure structure, String text) {
        if (text.equals(ALL_OF_2_1)) {
            return ofAll(structure);
        }
        List<String> parts = List.of(text.split("\\.", -1));
        if (parts.size() != structure.seriesKey().size()) {
            throw wrong(
                    structure,
                    text,
                    "The key has " + parts.size() + " parts; it has "
                            + structure.seriesKey().size() + ", or is all.");
        }
        return new KeyText(
                parts.stream().map(part -> values(structure, text, part)).toList());
    }

    /** {@code A.UNDP.*.466}: parts may be left out from the end, and several keys are separated by commas. */
    static List<KeyText> ofVersion30(FlowStructure structure, String text) {
        return Stream.of(text.split(",", -1))
                .map(key -> ofOne(structure, text, key))
                .distinct()
                .toList();
    }

    private static KeyText ofOne(FlowStructure structure, String text, String key) {
        List<List<String>> parts = new ArrayList<>();
        for (String part : key.split("\\.", -1)) {
            parts.add(part.equals(ANY) ? List.of() : values(structure, text, part));
        }
        if (key.isEmpty() || parts.size() > structure.seriesKey().size()) {
            throw wrong(
                    structure,
                    text,
                    key.isEmpty()
                            ? "There is nothing between two commas."
                            : "The key has " + parts.size() + " parts; it has "
                                    + structure.seriesKey().size() + " at most.");
        }
        while (parts.size() < structure.seriesKey().size()) {
            parts.add(List.of());
        }
        return new KeyText(List.copyOf(parts));
    }

    private static List<String> values(FlowStructure structure, String text, String part) {
        if (part.isEmpty()) {
            return List.of();
        }
        List<String> values = List.of(part.split("\\+", -1));
        for (String value : values) {
            if (!SdmxId.FORM.matcher(value).matches()) {
                throw wrong(structure, text, "\"" + Excerpt.of(value) + "\" cannot be an identifier in SDMX.");
            }
        }
        return values.stream().distinct().toList();
    }

    private static Problem wrong(FlowStructure structure, String text, String detail) {
        return Problem.invalidParameter(
                KEY, Excerpt.of(text), detail, String.join(".", structure.seriesKey()) + ", separated by dots");
    }

    /** The same with all identifiers of one dimension. */
    KeyText withAll(int place) {
        List<List<String>> changed = new ArrayList<>(parts);
        changed.set(place, List.of());
        return new KeyText(List.copyOf(changed));
    }
}
