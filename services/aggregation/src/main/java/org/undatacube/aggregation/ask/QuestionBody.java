package org.undatacube.aggregation.ask;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.undatacube.aggregation.query.JsonQuestion;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** A question that is sent as the body of a request. */
final class QuestionBody {
    /** Room for some questions of a thousand codes in each of their cuts. */
    static final int MOST_BYTES = 1 << 20;

    private QuestionBody() {}

    /** @throws Problem where the body is too large or is no question, or a part of the question is in the address */
    static Parameters parameters(HttpServerRequest request, InputStream body, Collection<String> known) {
        if (!request.headers().contains(HttpHeaders.CONTENT_TYPE)) {
            throw new Problem(
                    CommonProblem.UNSUPPORTED_MEDIA_TYPE, "The body has no Content-Type; it is application/json.");
        }
        if (request.query() != null && !request.query().isEmpty()) {
            throw new Problem(
                    CommonProblem.BAD_REQUEST,
                    "The question is in the body, so the address has no query; put all of it in the body.");
        }
        return JsonQuestion.read(bytes(body), known);
    }

    private static byte[] bytes(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Problem(
                                CommonProblem.BODY_TOO_LARGE,
                                "A question has at most " + MOST_BYTES + " bytes; this one has more.")
                        .with("limit", MOST_BYTES);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
