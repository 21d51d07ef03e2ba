package org.undatacube.contributions.intake.csv;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands between the fields of a row. */
public enum Delimiter {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t'),
    PIPE('|');

    private final char character;

    Delimiter(char character) {
        this.character = character;
    }

    public char character() {
        return character;
    }

    /** By its name or the character itself. */
    public static Optional<Delimiter> find(String given) {
        return Stream.of(values())
                .filter(delimiter ->
                        delimiter.title().equals(given) || given.equals(String.valueOf(delimiter.character)))
                .findFirst();
    }

    /** For messages: what may be given. */
    public static String choices() {
        return Stream.of(values()).map(Delimiter::title).collect(Collectors.joining(", "));
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
