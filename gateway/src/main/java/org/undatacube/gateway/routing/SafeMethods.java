package org.undatacube.gateway.routing;

import io.vertx.core.http.HttpMethod;
import java.util.Set;

/** Methods that change nothing, however often and whether or not a service has got the request. */
public final class SafeMethods {
    /** RFC 10008: a GET with a body. */
    public static final HttpMethod QUERY = HttpMethod.valueOf("QUERY");

    public static final Set<HttpMethod> ALL = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, QUERY);

    private SafeMethods() {}
}
