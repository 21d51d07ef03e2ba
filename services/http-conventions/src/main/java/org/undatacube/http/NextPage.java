package org.undatacube.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;

/** The way from a page of a list to the next: the same question, with the cursor at which that page begins. */
public final class NextPage {
    private NextPage() {}

    /**
     * The answer with a link (RFC 8288) to the next page.
     *
     * @param cursor empty on the last page, whose answer stays as it is
     */
    public static ResponseBuilder link(ResponseBuilder answer, Optional<?> cursor, UriInfo asked) {
        cursor.ifPresent(next -> {
            // relative: the service does not know by which name the gateway is asked
            URI following = asked.getRequestUriBuilder()
                    .scheme(null)
                    .host(null)
                    .port(-1)
                    .replaceQueryParam("cursor", next)
                    .build();
            answer.header(HttpHeaders.LINK, "<" + following + ">; rel=\"next\"");
        });
        return answer;
    }
}
