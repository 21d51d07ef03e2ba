package org.undatacube.gateway.cache;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyRequest;

/**
 * What is asked for.
 *
 * @param site scheme and host as the caller wrote them: answers may have links that begin with them, so that one who
 *     makes up a host spoils no one's answers but his own
 * @param uri path and query as they are sent to the service
 */
record Target(String site, String uri) {
    static Target of(ProxyRequest request) {
        HttpServerRequest caller = request.proxiedRequest();
        return new Target(caller.scheme() + "://" + caller.authority(), request.getURI());
    }

    int size() {
        return site.length() + uri.length();
    }
}
