package org.undatacube.gateway.cache;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;

/** Several layers say by what an answer varies, each for itself: caches get it as one header, each name once. */
@ApplicationScoped
class OneVary {
    /** Outside of all that says it. */
    private static final int FIRST = 30_000;

    void register(@Observes Filters filters) {
        filters.register(OneVary::join, FIRST);
    }

    private static void join(RoutingContext context) {
        context.addHeadersEndHandler(sent -> join(context.response()));
        context.next();
    }

    private static void join(HttpServerResponse response) {
        List<String> said = response.headers().getAll(HttpHeaders.VARY);
        if (said.size() < 2) {
            return;
        }
        Map<String, String> names = Vary.names(response.headers());
        response.putHeader(
                HttpHeaders.VARY, names.containsKey(Vary.ALL) ? Vary.ALL : String.join(", ", names.values()));
    }
}
