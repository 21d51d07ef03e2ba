package org.undatacube.aggregation.ask;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.coverage.Coverage;
import org.undatacube.aggregation.export.Coding;
import org.undatacube.aggregation.export.Format;

/** What is said of an answer's bytes, wherever they come from. */
public final class AnswerHeaders {
    static final String COVERAGE = "Datacube-Coverage";

    private AnswerHeaders() {}

    /** By name. */
    public static Map<String, String> of(Inquiry inquiry, Wanted wanted) {
        Map<String, String> headers = new LinkedHashMap<>();
        Format format = wanted.style().format();
        headers.put(HttpHeaders.CONTENT_TYPE, format.contentType());
        headers.put(HttpHeaders.CONTENT_LANGUAGE, wanted.style().language().code());
        if (wanted.coding() != Coding.IDENTITY) {
            headers.put(HttpHeaders.CONTENT_ENCODING, wanted.coding().code());
        }
        if (format != Format.JSON) {
            headers.put(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + wanted.fileName(inquiry) + "\"");
        }
        headers.put(COVERAGE, coverage(inquiry.choice().coverage(false)));
        return headers;
    }

    /** A dictionary of RFC 8941. */
    private static String coverage(Coverage coverage) {
        return "entities-reporting=%d, entities-covered=%d, amount-reported=\"%s\", amount-covered=\"%s\""
                .formatted(
                        coverage.entitiesReporting(),
                        coverage.entitiesCovered(),
                        coverage.amountReported(),
                        coverage.amountCovered());
    }
}
