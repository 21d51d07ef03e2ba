package org.undatacube.contributions.intake;

import java.util.Locale;
import java.util.stream.Stream;
import org.undatacube.contributions.validation.StatedHeader;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** The formats in which lines can be sent, by media type. */
enum BodyFormat {
    JSON("application/json") {
        @Override
        SubmissionBody read(SpooledBody body, StatedHeader stated, boolean mayBeEmpty) {
            return new JsonBody(body, mayBeEmpty);
        }
    },
    CSV("text/csv") {
        @Override
        SubmissionBody read(SpooledBody body, StatedHeader stated, boolean mayBeEmpty) {
            return new CsvBody(body, stated, mayBeEmpty);
        }
    };

    private final String mediaType;

    BodyFormat(String mediaType) {
        this.mediaType = mediaType;
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
                .filter(format -> format.mediaType.equals(asked))
                .findFirst()
                .orElseThrow(() -> new Problem(
                                CommonProblem.UNSUPPORTED_MEDIA_TYPE, "Lines are not read from " + asked + ".")
                        .with(
                                "expected",
                                Stream.of(values())
                                        .map(format -> format.mediaType)
                                        .toList()));
    }

    /**
     * @param stated what the submission says about itself beside the body
     * @param mayBeEmpty whether there may be no lines
     */
    abstract SubmissionBody read(SpooledBody body, StatedHeader stated, boolean mayBeEmpty);
}
