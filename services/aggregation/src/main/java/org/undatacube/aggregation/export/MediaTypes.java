package org.undatacube.aggregation.export;

/** The media types of the forms of answers. */
public final class MediaTypes {
    public static final String JSON = "application/json";
    public static final String CSV = "text/csv";
    public static final String NDJSON = "application/x-ndjson";
    public static final String COLUMNAR = "application/vnd.undatacube.columns+json";
    public static final String JSON_STAT = "application/vnd.json-stat+json";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String PARQUET = "application/vnd.apache.parquet";
    public static final String ARROW = "application/vnd.apache.arrow.stream";

    private MediaTypes() {}
}
