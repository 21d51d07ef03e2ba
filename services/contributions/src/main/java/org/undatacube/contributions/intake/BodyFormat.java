package org.undatacube.contributions.intake;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.undatacube.contributions.validation.StatedHeader;

/** The formats in which a body can be sent, by their media types. */
enum BodyFormat {
    JSON(MediaType.APPLICATION_JSON),
    NDJSON(Type.NDJSON, Type.JSONL),
    CSV(Type.CSV),
    TSV(Type.TSV);

    private final List<String> types;

    /** The media types as constants, for annotations. */
    static final class Type {
        static final String NDJSON = "application/x-ndjson";
        static final String JSONL = "application/jsonl";
        static final String CSV = "text/csv";
        static final String TSV = "text/tab-separated-values";

        private Type() {}
    }

    BodyFormat(String... types) {
        this.types = List.of(types);
    }

    /** The format of a media type that the resource takes. */
    static BodyFormat of(MediaType type) {
        String plain = type.getType() + "/" + type.getSubtype();
        return Stream.of(values())
                .filter(format -> format.types.stream().anyMatch(plain::equalsIgnoreCase))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(plain));
    }

    /**
     * @param parameters what is said about the body beside it
     * @param draft whether it may be incomplete
     */
    SubmissionBody body(SpooledBody body, BodyParameters parameters, boolean draft) {
        StatedHeader stated = parameters.header();
        return switch (this) {
            case JSON -> new JsonBody(body, draft);
            case NDJSON -> new NdjsonBody(body, stated, draft);
            case CSV -> new CsvBody(body, stated, parameters.dialect(false), draft);
            case TSV -> new CsvBody(body, stated, parameters.dialect(true), draft);
        };
    }
}
