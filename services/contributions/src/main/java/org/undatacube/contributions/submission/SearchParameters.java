package org.undatacube.contributions.submission;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.undatacube.http.Problem;

/** Reads query parameters; what cannot be read is a problem that names the parameter. */
public final class SearchParameters {
    private SearchParameters() {}

    public static Optional<String> text(String parameter, String raw) {
        if (raw != null && raw.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalidParameter(
                    parameter, raw.replaceAll("\\p{Cntrl}", "\uFFFD"), "A code has no control characters.", "a code");
        }
        return given(raw);
    }

    public static Optional<Integer> year(String raw) {
        return given(raw).map(value -> {
            if (!value.matches("[0-9]{4}")) {
                throw Problem.invalidParameter("year", value, "A year has four digits.", "a year such as 2024");
            }
            return Integer.valueOf(value);
        });
    }

    public static <T> Optional<T> choice(
            String parameter, String raw, Function<String, Optional<T>> choices, String expected) {
        return given(raw)
                .map(value -> choices.apply(value)
                        .orElseThrow(() -> Problem.invalidParameter(
                                parameter, value, parameter + " is " + expected + ".", expected)));
    }

    public static Optional<UUID> id(String parameter, String raw) {
        return given(raw).map(value -> {
            // UUID.fromString takes more than the canonical form
            if (!isId(value)) {
                throw parameter.equals("id")
                        ? Problem.notFound("There is no submission " + value + ".")
                        : Problem.invalidParameter(
                                parameter, value, "This is not a cursor of this list.", "the next of the page before");
            }
            return UUID.fromString(value);
        });
    }

    /** Whether it is a UUID in its canonical form. */
    public static boolean isId(String value) {
        return value.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    public static int limit(String raw, int largest) {
        String expected = "a whole number from 1 to " + largest;
        if (!raw.matches("[0-9]{1,4}") || Integer.parseInt(raw) < 1 || Integer.parseInt(raw) > largest) {
            throw Problem.invalidParameter("limit", raw, "limit is " + expected + ".", expected);
        }
        return Integer.parseInt(raw);
    }

    private static Optional<String> given(String raw) {
        return Optional.ofNullable(raw).filter(value -> !value.isBlank());
    }
}
