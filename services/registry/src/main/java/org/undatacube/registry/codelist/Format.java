package org.undatacube.registry.codelist;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A form in which a list can be had. */
enum Format {
    JSON("application/json"),
    /** The form of the reference files, in which a list can be imported again. */
    CSV("text/csv");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** What it is called in {@code format=}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> codes() {
        return Stream.of(values()).map(Format::code).toList();
    }

    static Optional<Format> find(String code) {
        return Stream.of(values()).filter(format -> format.code().equals(code)).findFirst();
    }
}
