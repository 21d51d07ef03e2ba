package org.undatacube.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** A problem with a part of a file says in the header too how long the file is (RFC 9110, 15.5.17). */
class ContentRangeFilter {
    private static final int RANGE_NOT_SATISFIABLE = 416;

    @ServerResponseFilter
    void tell(ContainerResponseContext answer) {
        if (answer.getStatus() == RANGE_NOT_SATISFIABLE && answer.getEntity() instanceof Map<?, ?> document) {
            answer.getHeaders().putSingle("Content-Range", "bytes */" + document.get("bytes"));
        }
    }
}
