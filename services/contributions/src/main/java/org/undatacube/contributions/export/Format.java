package org.undatacube.contributions.export;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A form in which a submission can be had. */
enum Format {
    JSON("application/json", "json"),
    NDJSON("application/x-ndjson", "ndjson"),
    CSV("text/csv", "csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    IATI("application/xml", "xml");

    private final String mediaType;
    private final String extension;

    Format(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether the same content is the same bytes: a workbook holds the moment when it was written. */
    boolean isReproducible() {
        return this != XLSX;
    }

    /** The end of a file's name. */
    String extension() {
        return extension;
    }

    /** What it is called in {@code format=}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Format> find(String code) {
        return Stream.of(values()).filter(format -> format.code().equals(code)).findFirst();
    }
}
