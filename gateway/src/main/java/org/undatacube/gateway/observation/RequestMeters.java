package org.undatacube.gateway.observation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.undatacube.http.metrics.CountedMethod;

/** Rates, errors and durations by route, under the name that they have at the services too. */
@Singleton
class RequestMeters {
    private final MeterRegistry registry;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    /** @param status 499 where the client has gone before the end */
    private record Kind(String route, String method, int status) {}

    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(RoutingContext context, String route, long nanos, boolean whole) {
        String method = CountedMethod.of(context.request().method().name());
        int status = whole ? context.response().getStatusCode() : AccessLog.CLIENT_GONE;
        Kind kind = new Kind(route, method, status);
        timers.computeIfAbsent(kind, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests")
                .tag("method", kind.method())
                .tag("uri", kind.route())
                .tag("status", Integer.toString(kind.status()))
                .tag("outcome", Outcome.forStatus(kind.status()).name())
                .description("Requests, from the first byte to the last one of the answer")
                .register(registry);
    }
}
