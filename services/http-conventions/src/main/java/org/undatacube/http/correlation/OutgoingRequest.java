package org.undatacube.http.correlation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.util.function.BiConsumer;

/** What a request to another service says of the work that it is for, where the client itself does not say it. */
public final class OutgoingRequest {
    private OutgoingRequest() {}

    /**
     * Outside of any trace it says that none is wanted, or what is asked again and again would begin one each time.
     *
     * @param header sets a header, given its name and value
     */
    public static void name(BiConsumer<String, String> header) {
        RequestId.current().ifPresent(id -> header.accept(RequestId.HEADER, id));
        if (Span.current().getSpanContext().isValid()) {
            W3CTraceContextPropagator.getInstance()
                    .inject(Context.current(), header, (set, name, value) -> set.accept(name, value));
        } else {
            header.accept(TraceParent.HEADER, TraceParent.begin().text());
        }
    }
}
