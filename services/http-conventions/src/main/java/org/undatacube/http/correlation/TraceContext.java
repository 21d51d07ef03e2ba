package org.undatacube.http.correlation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.vertx.core.MultiMap;
import java.util.function.BiConsumer;

/** Which trace a request is of, in the headers of W3C Trace Context, whether or not anybody records it. */
final class TraceContext {
    static final String PARENT = "traceparent";
    static final String STATE = "tracestate";

    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final IdGenerator IDS = IdGenerator.random();
    private static final TextMapGetter<MultiMap> READING = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(MultiMap headers) {
            return headers.names();
        }

        @Override
        public String get(MultiMap headers, String name) {
            return headers == null ? null : headers.get(name);
        }
    };

    private TraceContext() {}

    /** Not valid where the headers tell of no trace, or not as they should. */
    static SpanContext of(MultiMap headers) {
        return Span.fromContext(W3C.extract(Context.root(), headers, READING)).getSpanContext();
    }

    /** The beginning of a trace that nobody here records. */
    static SpanContext begin() {
        return SpanContext.create(
                IDS.generateTraceId(), IDS.generateSpanId(), TraceFlags.getDefault(), TraceState.getDefault());
    }

    /** @param header sets a header, given its name and value */
    static void write(SpanContext span, BiConsumer<String, String> header) {
        W3C.inject(Context.root().with(Span.wrap(span)), header, BiConsumer::accept);
    }
}
