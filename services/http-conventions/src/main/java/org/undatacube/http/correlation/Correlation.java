package org.undatacube.http.correlation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;

/**
 * Names each request before anything else is done with it: as its sender does, or after the trace that it is of, or anew.
 * The name is in the request's own headers from here on, so that whatever passes the request on passes the name on.
 */
@ApplicationScoped
class Correlation {
    /** Before all other filters, the larger being the earlier. */
    private static final int FIRST = 40_000;

    private final boolean isTraced;

    Correlation(@ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean isUntraced) {
        this.isTraced = !isUntraced;
    }

    void register(@Observes Filters filters) {
        filters.register(this::name, FIRST);
    }

    private void name(RoutingContext context) {
        MultiMap headers = context.request().headers();
        String traceId = isTraced ? traced(headers) : untraced(headers);
        String sent = headers.get(RequestId.HEADER);
        String id = RequestId.isSafe(sent) ? sent : traceId;
        headers.set(RequestId.HEADER, id);
        MDC.put(RequestId.KEY, id);
        // last of all, for a kept answer still says whose answer it was first
        context.addHeadersEndHandler(written -> context.response().putHeader(RequestId.HEADER, id));
        context.next();
    }

    /** The trace whose recording has begun; who passes the request on tells of it. */
    private static String traced(MultiMap headers) {
        SpanContext span = Span.current().getSpanContext();
        if (!span.isValid()) {
            return untraced(headers);
        }
        headers.remove(TraceContext.PARENT);
        return span.getTraceId();
    }

    /** Nothing is recorded here, but somebody before or behind may. */
    private static String untraced(MultiMap headers) {
        SpanContext sent = TraceContext.of(headers);
        if (sent.isValid()) {
            return sent.getTraceId();
        }
        SpanContext begun = TraceContext.begin();
        headers.remove(TraceContext.STATE);
        TraceContext.write(begun, headers::set);
        return begun.getTraceId();
    }
}
