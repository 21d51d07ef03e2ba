package org.undatacube.contributions.intake;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.undatacube.contributions.intake.xlsx.Workbook;
import org.undatacube.contributions.validation.StatedHeader;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

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

    /**
     * @param contentType with parameters, which say nothing here; null where the request has none
     * @throws Problem (415) where there is no such format
     */
    static BodyFormat of(String contentType) {
        String asked = contentType == null
                ? "a body without a Content-Type"
                : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> format.types.contains(asked))
                .findFirst()
                .orElseThrow(() -> new Problem(
                                CommonProblem.UNSUPPORTED_MEDIA_TYPE, "Lines are not read from " + asked + ".")
                        .with(
                                "expected",
                                Stream.of(values())
                                        .flatMap(format -> format.types.stream())
                                        .toList()));
    }

    /**
     * @param parameters what is said about the body beside it
     * @param mayBeEmpty whether there may be no lines
     * @param limit how many bytes it may have, unpacked
     */
    SubmissionBody read(SpooledBody body, BodyParameters parameters, boolean mayBeEmpty, long limit)
            throws IOException {
        StatedHeader stated = parameters.header();
        return switch (this) {
            case JSON -> new JsonBody(body, mayBeEmpty);
            case NDJSON -> new NdjsonBody(body, stated, mayBeEmpty);
            case CSV -> new CsvBody(body, stated, parameters.dialect(false), mayBeEmpty);
            case TSV -> new CsvBody(body, stated, parameters.dialect(true), mayBeEmpty);
            case XLSX ->
                new XlsxBody(body, Workbook.open(body.open(), limit), stated, parameters.dialect(false), mayBeEmpty);
        };
    }
}
