package org.undatacube.aggregation.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A form in which an answer can be had. */
public enum Format {
    JSON("application/json", ""),
    CSV("text/csv", ";charset=utf-8;header=present");

    private final String mediaType;
    private final String parameters;

    Format(String mediaType, String parameters) {
        this.mediaType = mediaType;
        this.parameters = parameters;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The media type with its parameters. */
    public String contentType() {
        return mediaType + parameters;
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
