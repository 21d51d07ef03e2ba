package org.undatacube.aggregation.ask;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.QueryStringEncoder;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.http.Problem;

/**
 * The query of an address as it was sent. JAX-RS gives it split at semicolons as if they were ampersands; in a cut they
 * separate codes.
 */
public final class QueryText {
    private static final int MOST_PARAMETERS = 100;

    private QueryText() {}

    /** @throws Problem where a parameter is not among the known ones or is given twice */
    public static Parameters parameters(HttpServerRequest request, Collection<String> known) {
        return new Parameters(decoder(request).parameters(), known);
    }

    /** The path and query of the same request with another value of one of its parameters. */
    public static String with(HttpServerRequest request, String parameter, Object value) {
        QueryStringEncoder encoder = new QueryStringEncoder(request.path());
        decoder(request).parameters().forEach((name, values) -> {
            if (!name.equals(parameter)) {
                values.forEach(each -> encoder.addParam(name, each));
            }
        });
        encoder.addParam(parameter, value.toString());
        return encoder.toString();
    }

    private static QueryStringDecoder decoder(HttpServerRequest request) {
        String query = request.query() == null ? "" : request.query();
        return new QueryStringDecoder(query, StandardCharsets.UTF_8, false, MOST_PARAMETERS, true);
    }
}
