package org.undatacube.contributions.intake;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.undatacube.contributions.intake.xlsx.Workbook;
import org.undatacube.contributions.validation.StatedHeader;

/** The formats in which a body can be sent, by their media types. */
enum BodyFormat {
    JSON(Type.JSON),
    NDJSON(Type.NDJSON, Type.JSONL),
    CSV(Type.CSV),
    TSV(Type.TSV),
    XLSX(Type.XLSX);

    private final List<String> types;

    /** The media types as constants, for annotations. */
    static final class Type {
        static final String JSON = "application/json";
        static final String NDJSON = "application/x-ndjson";
        static final String JSONL = "application/jsonl";
        static final String CSV = "text/csv";
        static final String TSV = "text/tab-separated-values";
        static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

        private Type() {}
    }

    BodyFormat(String... types) {
        this.types = List.of(types);
    }

    /** The format of a media type, without its parameters, that the resource takes. */
    static BodyFormat of(String plain) {
        return Stream.of(values())
                .filter(format -> format.types.stream().anyMatch(plain::equalsIgnoreCase))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(plain));
    }

    /**
     * @param parameters what is said about the body beside it
     * @param draft whether it may be incomplete
     * @param limit how many bytes it may have, unpacked
     */
    SubmissionBody body(SpooledBody body, BodyParameters parameters, boolean draft, long limit) throws IOException {
        StatedHeader stated = parameters.header();
        return switch (this) {
            case JSON -> new JsonBody(body, draft);
            case NDJSON -> new NdjsonBody(body, stated, draft);
            case CSV -> new CsvBody(body, stated, parameters.dialect(false), draft);
            case TSV -> new CsvBody(body, stated, parameters.dialect(true), draft);
            case XLSX -> new XlsxBody(Workbook.open(body.open(), limit), stated, parameters.dialect(false), draft);
        };
    }
}
