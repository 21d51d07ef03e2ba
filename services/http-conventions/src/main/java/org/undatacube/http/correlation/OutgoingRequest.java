package org.undatacube.http.correlation;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
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
        SpanContext current = Span.current().getSpanContext();
        TraceContext.write(current.isValid() ? current : TraceContext.begin(), header);
    }
}
