package org.undatacube.contributions.upload;

import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** A problem with an upload's offset says the right one in the header too, as the protocol asks. */
class UploadFilter {
    @ServerResponseFilter
    void tell(ContainerResponseContext answer) {
        if (answer.getEntity() instanceof Map<?, ?> document
                && document.get("expected-offset") instanceof Long offset) {
            answer.getHeaders().putSingle(UploadResource.OFFSET, offset);
            answer.getHeaders().putSingle(UploadResource.COMPLETE, "?0");
        }
    }
}
