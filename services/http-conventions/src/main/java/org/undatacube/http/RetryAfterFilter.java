package org.undatacube.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** A problem that says when to try again says so in the header too. */
class RetryAfterFilter {
    @ServerResponseFilter
    void tell(ContainerResponseContext answer) {
        if (answer.getEntity() instanceof Map<?, ?> document && document.get("retryAfter") instanceof Integer seconds) {
            answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, seconds);
        }
    }
}
