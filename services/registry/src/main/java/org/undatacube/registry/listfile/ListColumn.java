package org.undatacube.registry.listfile;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.undatacube.http.Language;

/** The columns of a list's file, in their order. */
public enum ListColumn {
    CODE("The code, unique in its list", Form.REQUIRED),
    PARENT("The code above it in the same list", Form.TEXT),
    LEVEL("The level of the list's hierarchy on which it stands", Form.REQUIRED),
    VALID_FROM("The first year in which it may be reported", Form.YEAR),
    VALID_TO("The last year in which it may be reported", Form.YEAR),
    SUPERSEDED_BY("The code that took its place", Form.TEXT),
    LABEL_AR("Its name in Arabic", Form.TEXT),
    LABEL_ZH("Its name in Chinese", Form.TEXT),
    LABEL_EN("Its name in English", Form.REQUIRED),
    LABEL_FR("Its name in French", Form.TEXT),
    LABEL_RU("Its name in Russian", Form.TEXT),
    LABEL_ES("Its name in Spanish", Form.TEXT),
    LABEL_ORIGINS(
            "Where the names come from: language=origin, separated by a semicolon, * for every other language; official,"
                    + " cldr or translated",
            Form.ORIGINS),
    DEFINITION("What it means in the standard", Form.TEXT),
    NOTES("What a reader of its figures must know", Form.TEXT),
    ATTRIBUTES("Further facts: name=value, separated by a semicolon", Form.PAIRS),
    ALIASES(
            "Other spellings, one on each line of the field: the spelling, a tab, and where it was met; the import's"
                    + " reason where that is not said",
            Form.TEXT);

    private enum Form {
        TEXT(value -> true, ""),
        REQUIRED(value -> !value.isEmpty(), "not empty"),
        YEAR(value -> value.isEmpty() || value.matches("[12]\\d{3}"), "a year, e.g. 2024, or nothing"),
        PAIRS(Pairs::areSound, "name=value, separated by semicolons, each name once"),
        ORIGINS(Form::areOrigins, "e.g. en=official;*=translated; origins are official, cldr and translated");

        private final Predicate<String> check;
        private final String right;

        Form(Predicate<String> check, String right) {
            this.check = check;
            this.right = right;
        }

        private static boolean areOrigins(String value) {
            return Pairs.areSound(value)
                    && Pairs.of(value).entrySet().stream()
                            .allMatch(pair -> (pair.getKey().equals("*")
                                            || Language.codes().contains(pair.getKey()))
                                    && pair.getValue().matches("official|cldr|translated"));
        }
    }

    private final String meaning;
    private final Form form;

    ListColumn(String meaning, Form form) {
        this.meaning = meaning;
        this.form = form;
    }

    /** The column's name in the file. */
    public String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String meaning() {
        return meaning;
    }

    /** What would be right where a field of this column cannot be read. */
    public Optional<String> fault(String field) {
        return form.check.test(field) ? Optional.empty() : Optional.of(form.right);
    }

    public static Optional<ListColumn> find(String header) {
        return Stream.of(values())
                .filter(column -> column.header().equals(header))
                .findFirst();
    }
}
