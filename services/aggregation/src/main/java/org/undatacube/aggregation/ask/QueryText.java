package org.undatacube.aggregation.ask;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * The query of an address as it was sent. JAX-RS gives it split at semicolons as if they were ampersands; in a cut they
 * separate codes.
 */
public final class QueryText {
    private static final int MOST_PARAMETERS = 100;

    private QueryText() {}

    /** @throws Problem where it cannot be decoded, or a parameter is not among the known ones or is given twice */
    public static Parameters parameters(HttpServerRequest request, Collection<String> known) {
        String query = request.query() == null ? "" : request.query();
        try {
            return new Parameters(
                    new QueryStringDecoder(query, StandardCharsets.UTF_8, false, MOST_PARAMETERS, true).parameters(),
                    known);
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.BAD_REQUEST, "The query of the address is not percent-encoded text.", e);
        }
    }
}
