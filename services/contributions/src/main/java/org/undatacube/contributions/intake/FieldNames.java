package org.undatacube.contributions.intake;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.undatacube.codelists.NearestSpellings;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.Place;
import org.undatacube.contributions.validation.Rule;

/** The names that may stand at one place of a format, and what is said about others. */
record FieldNames(String kind, List<String> names) {
    private static final int LONGEST = 50;
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]");

    void reportUnknown(String name, Place place, Findings findings) {
        findings.add(
                Rule.UNKNOWN_FIELD,
                place,
                name,
                () -> new Findings.Words(
                        "No " + kind + " has this name.",
                        nearest(name).orElseGet(() -> "one of " + String.join(", ", names))));
    }

    void reportRepeated(String name, Place place, Findings findings) {
        findings.add(Rule.REPEATED_FIELD, place, name, "The " + kind + " " + name + " is given twice.", "once");
    }

    /** The name that was probably meant: line_id for lineId, ammount for amount. */
    private Optional<String> nearest(String name) {
        return name.length() > LONGEST
                ? Optional.empty()
                : NearestSpellings.find(names, PUNCTUATION.matcher(name).replaceAll(""), 1).stream()
                        .findFirst();
    }
}
