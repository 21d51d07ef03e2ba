package org.undatacube.gateway.observation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Rates, errors and durations by route, under the name that they have at the services too. */
@Singleton
class RequestMeters {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY");

    private final MeterRegistry registry;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    /** @param status 499 where the client has gone before the end */
    private record Kind(String route, String method, int status) {}

    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(RoutingContext context, String route, long nanos, boolean whole) {
        String method = context.request().method().name();
        int status = whole ? context.response().getStatusCode() : AccessLog.CLIENT_GONE;
        Kind kind = new Kind(route, METHODS.contains(method) ? method : "OTHER", status);
        timers.computeIfAbsent(kind, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests")
                .tag("method", kind.method())
                .tag("uri", kind.route())
                .tag("status", Integer.toString(kind.status()))
                .tag("outcome", outcome(kind.status()))
                .description("Requests, from the first byte to the last one of the answer")
                .register(registry);
    }

    private static String outcome(int status) {
        return switch (status / 100) {
            case 1 -> "INFORMATIONAL";
            case 2 -> "SUCCESS";
            case 3 -> "REDIRECTION";
            case 4 -> "CLIENT_ERROR";
            case 5 -> "SERVER_ERROR";
            default -> "UNKNOWN";
        };
    }
}
