package org.undatacube.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * An answer to a request that changed something, in the form in which it is kept to be given again.
 *
 * @param location what was made, or null
 * @param entityTag of what was made or changed, or null
 * @param body JSON
 * @param again whether it was given before
 */
public record KeptAnswer(int status, String location, String entityTag, String body, boolean again) {
    /** Says that the answer is to an earlier request with the same idempotency key. */
    public static final String REPLAYED = "Idempotent-Replayed";

    public Response response() {
        Response.ResponseBuilder response = Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, location)
                .header(HttpHeaders.ETAG, entityTag)
                .entity(body);
        return (again ? response.header(REPLAYED, true) : response).build();
    }
}
