package org.undatacube.gateway.routing;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;

/** Where a request's work is done: all that is done with a request and its answer is done by one thread. */
public final class EventLoops {
    private EventLoops() {}

    public static Context of(HttpServerRequest request) {
        return ((HttpServerRequestInternal) request).context();
    }
}
