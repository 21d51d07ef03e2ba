package org.undatacube.aggregation.sdmx;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How SDMX-CSV is written, by the parameters of its media type.
 *
 * @param isNormalized whether times are days, so that times of different lengths can be compared: a year is its last
 */
record CsvForm(Labelling labels, Keys keys, boolean isNormalized) {
    static final CsvForm PLAIN = new CsvForm(Labelling.ID, Keys.NONE, false);

    /** Whether names stand beside identifiers, and in columns of their own. */
    enum Labelling {
        ID,
        NAME,
        BOTH
    }

    enum Keys {
        NONE,
        OBS,
        SERIES,
        BOTH
    }

    /** What is not said, or is none of the words, is as if nothing was said. */
    static CsvForm of(Map<String, String> parameters) {
        return new CsvForm(
                find(Labelling.values(), parameters.get("labels")).orElse(PLAIN.labels()),
                find(Keys.values(), parameters.get("keys")).orElse(PLAIN.keys()),
                "normalized".equals(parameters.get("timeFormat")));
    }

    private static <T extends Enum<T>> Optional<T> find(T[] values, String word) {
        return Stream.of(values).filter(value -> word(value).equals(word)).findFirst();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** As the parameters of a media type say it; empty where it is as usual. */
    String parameters() {
        return (labels == PLAIN.labels() ? "" : ";labels=" + word(labels))
                + (isNormalized ? ";timeFormat=normalized" : "")
                + (keys == PLAIN.keys() ? "" : ";keys=" + word(keys));
    }
}
