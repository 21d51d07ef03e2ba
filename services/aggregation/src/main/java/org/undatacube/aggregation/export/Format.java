package org.undatacube.aggregation.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A form in which an answer can be had. */
public enum Format {
    JSON("application/json"),
    CSV("text/csv");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What it is called in {@code format=}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> codes() {
        return Stream.of(values()).map(Format::code).toList();
    }

    public static Optional<Format> find(String code) {
        return Stream.of(values()).filter(format -> format.code().equals(code)).findFirst();
    }
}
