package org.undatacube.aggregation.ask;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says which media types a QUERY may have (RFC 10008, Accept-Query), to who asks for it or has sent another. */
class AcceptQueryFilter {
    static final String ACCEPT_QUERY = "Accept-Query";

    private static final Pattern QUERIED = Pattern.compile("/api/v1/cubes/[^/]+/aggregate/?");

    @ServerResponseFilter
    void add(HttpServerRequest request, ContainerResponseContext response) {
        boolean wanted = request.method().equals(HttpMethod.OPTIONS)
                || response.getStatus() == Response.Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode()
                || response.getStatus() == Response.Status.METHOD_NOT_ALLOWED.getStatusCode();
        if (wanted && QUERIED.matcher(request.path()).matches()) {
            response.getHeaders().putSingle(ACCEPT_QUERY, MediaType.APPLICATION_JSON);
        }
    }
}
