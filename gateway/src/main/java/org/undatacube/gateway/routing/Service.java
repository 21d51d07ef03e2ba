package org.undatacube.gateway.routing;

import io.vertx.core.http.RequestOptions;
import java.net.URI;

/**
 * A service behind the gateway.
 *
 * @param address scheme, host and port
 */
public record Service(String name, URI address) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** A request to one of its paths, not yet sent. */
    public RequestOptions request(String path) {
        return new RequestOptions()
                .setHost(address.getHost())
                .setPort(port())
                .setSsl(isSecure())
                .setURI(path);
    }

    /** What the service calls itself in an absolute link, without a slash at its end. */
    String origin() {
        return address.getScheme() + "://" + address.getAuthority();
    }

    private boolean isSecure() {
        return "https".equals(address.getScheme());
    }

    private int port() {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return isSecure() ? HTTPS : HTTP;
    }
}
