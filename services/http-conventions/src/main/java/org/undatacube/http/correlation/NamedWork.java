package org.undatacube.http.correlation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;

/** Work that no request asked for, named like one and traced as the beginning of a trace. */
@Singleton
public class NamedWork {
    private final Tracer tracer;

    public NamedWork(Tracer tracer) {
        this.tracer = tracer;
    }

    /** What is done. */
    @FunctionalInterface
    public interface Work<E extends Exception> {
        void run() throws E;
    }

    /**
     * Does it on this thread, which serves no request.
     *
     * @param kind what is done, in the same words each time
     * @param id which of those this is; safe to be written anywhere
     */
    // a scope is there to be ended, not to be used
    @SuppressWarnings("try")
    public <E extends Exception> void run(String kind, String id, Work<E> work) throws E {
        Span span = tracer.spanBuilder(kind)
                .setParent(Context.root())
                .setAttribute(RequestId.KEY, id)
                .startSpan();
        boolean isDone = false;
        MDC.put(RequestId.KEY, id);
        try (Scope current = span.makeCurrent()) {
            work.run();
            isDone = true;
        } finally {
            MDC.remove(RequestId.KEY);
            if (!isDone) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }
}
