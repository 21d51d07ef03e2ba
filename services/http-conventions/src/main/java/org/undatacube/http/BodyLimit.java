package org.undatacube.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
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

    private final ProblemCatalogue catalogue;
    private final long limit;

    BodyLimit(
            ProblemCatalogue catalogue, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
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
        ProblemType type = CommonProblem.BODY_TOO_LARGE;
        context.response()
                .setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemMappers.PROBLEM_JSON)
                // the rest of the body is not read, so the connection cannot serve another request
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(new JsonObject()
                        .put("type", catalogue.address(type))
                        .put("title", type.title())
                        .put("status", type.status())
                        .put("detail", "The body has " + declared + " bytes; the limit is " + limit + ".")
                        .put("instance", context.request().path())
                        .put("limit", limit)
                        .encode());
    }
}
