package org.undatacube.registry.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.http.Caller;
import org.undatacube.http.Role;
import org.undatacube.registry.apikey.ApiKeys;

/** Who somebody is, for pages and programs that offer what the caller may do. */
@Path("/api/v1/caller")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API keys")
public class CallerResource {
    private final Caller caller;
    private final ApiKeys keys;

    CallerResource(Caller caller, ApiKeys keys) {
        this.caller = caller;
        this.keys = keys;
    }

    @GET
    @RolesAllowed({Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "getCaller",
            summary = "Who the credentials of this very request make you",
            description = "Roles, entity and end. Also a way to try a key.")
    @APIResponse(
            responseCode = "200",
            description = "The caller",
            content = @Content(schema = @Schema(implementation = CallerView.class)))
    @APIResponse(responseCode = "401", description = "Problem unauthenticated")
    @APIResponse(responseCode = "403", description = "Problem forbidden: the provider's token gives no access here")
    public Response get() {
        CallerView view = caller.name().startsWith(OpenIdTokens.PREFIX)
                ? CallerView.ofToken(caller)
                : CallerView.ofKey(caller, keys.get(caller.subject()));
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
