package org.undatacube.aggregation.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A form in which an answer can be had. */
public enum Format {
    JSON(MediaTypes.JSON, "", true, true),
    CSV(MediaTypes.CSV, ";charset=utf-8;header=present", true, true),
    NDJSON(MediaTypes.NDJSON, "", true, true),
    COLUMNAR(MediaTypes.COLUMNAR, "", true, false),
    JSON_STAT(MediaTypes.JSON_STAT, "", true, false),
    XLSX(MediaTypes.XLSX, "", false, true),
    PARQUET(MediaTypes.PARQUET, "", false, false),
    ARROW(MediaTypes.ARROW, "", true, true);

    private final String mediaType;
    private final String parameters;
    private final boolean isCompressible;
    private final boolean isStreamed;

    Format(String mediaType, String parameters, boolean isCompressible, boolean isStreamed) {
        this.mediaType = mediaType;
        this.parameters = parameters;
        this.isCompressible = isCompressible;
        this.isStreamed = isStreamed;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The media type with its parameters. */
    public String contentType() {
        return mediaType + parameters;
    }

    /** Whether it grows smaller by a content coding; else it is compressed already. */
    public boolean isCompressible() {
        return isCompressible;
    }

    /** Whether its beginning can be sent before its end is known. */
    public boolean isStreamed() {
        return isStreamed;
    }

    /** What it is called in {@code format=}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How files of it end, without the dot. */
    public String fileExtension() {
        return switch (this) {
            case COLUMNAR, JSON_STAT -> "json";
            case ARROW -> "arrows";
            default -> code();
        };
    }

    public static List<String> codes() {
        return Stream.of(values()).map(Format::code).toList();
    }

    public static Optional<Format> find(String code) {
        return Stream.of(values()).filter(format -> format.code().equals(code)).findFirst();
    }
}
