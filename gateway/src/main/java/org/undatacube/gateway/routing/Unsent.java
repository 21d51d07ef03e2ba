package org.undatacube.gateway.routing;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;

/** Failures before any part of a request has reached a service. */
public final class Unsent {
    private Unsent() {}

    /** Whether no connection was made. */
    public static boolean is(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException
                || failure instanceof ConnectionPoolTooBusyException;
    }
}
