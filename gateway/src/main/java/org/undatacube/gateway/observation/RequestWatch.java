package org.undatacube.gateway.observation;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.undatacube.http.correlation.RequestId;

/** Sees every request from its first byte to the last one of its answer, whoever answers it. */
@ApplicationScoped
class RequestWatch {
    /** After the request has its name, before anything can refuse it. */
    private static final int EARLY = 35_000;

    private final Routes routes;
    private final RequestMeters meters;
    private final AccessLog log;

    RequestWatch(Routes routes, RequestMeters meters, AccessLog log) {
        this.routes = routes;
        this.meters = meters;
        this.log = log;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, EARLY);
    }

    private void watch(RoutingContext context) {
        long begun = System.nanoTime();
        String route = routes.of(context.request());
        String id = context.request().getHeader(RequestId.HEADER);
        String key = CallersKey.of(context.request());
        // also where the client has gone
        context.addEndHandler(ended -> {
            long nanos = System.nanoTime() - begun;
            boolean whole = ended.succeeded();
            meters.count(context, route, nanos, whole);
            log.write(context, new AccessLog.Seen(id, route, key, nanos, whole));
        });
        context.next();
    }
}
