package org.undatacube.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that is declared too large before any of it is read, with a problem document; the server's own limit,
 * which answers nothing, stays behind it for bodies of undeclared length.
 */
@ApplicationScoped
public class BodyLimit {
    private static final int BEFORE_EVERYTHING = 10_000;
    private static final long LINGERING_MILLISECONDS = 10_000;

    private final ProblemCatalogue catalogue;
    private final long limit;

    BodyLimit(ProblemCatalogue catalogue, @ConfigProperty(name = "datacube.body-limit") MemorySize limit) {
        this.catalogue = catalogue;
        this.limit = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYTHING);
    }

    private void check(RoutingContext context) {
        String declared = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (declared == null || Long.parseLong(declared) <= limit) {
            context.next();
            return;
        }
        Problem problem = new Problem(
                        CommonProblem.BODY_TOO_LARGE,
                        "The body has " + declared + " bytes; the limit is " + limit + ".")
                .with("limit", limit);
        context.response()
                .setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemMappers.PROBLEM_JSON)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(new JsonObject(
                                catalogue.document(problem, context.request().path()))
                        .encode());
        lingerAndClose(context);
    }

    /** A client that is still sending would lose the answer if the connection were cut at once (RFC 9112, 9.6). */
    static void lingerAndClose(RoutingContext context) {
        HttpServerRequest request = context.request();
        long timer = context.vertx()
                .setTimer(LINGERING_MILLISECONDS, late -> request.connection().close());
        request.exceptionHandler(gone -> context.vertx().cancelTimer(timer));
        request.endHandler(all -> {
            context.vertx().cancelTimer(timer);
            request.connection().close();
        });
        request.handler(thrownAway -> {});
        request.resume();
    }
}
