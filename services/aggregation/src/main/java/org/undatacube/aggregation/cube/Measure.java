package org.undatacube.aggregation.cube;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a cell can say. */
public enum Measure {
    AMOUNT("The sum of the amounts in United States dollars, exact"),
    LINES("How many lines were added up"),
    ENTITIES("How many different reporting entities the lines are from");

    private final String meaning;

    Measure(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Measure> find(String code) {
        return Stream.of(values())
                .filter(measure -> measure.code().equals(code))
                .findFirst();
    }
}
