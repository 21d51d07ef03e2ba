package org.undatacube.registry.apikey;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.http.Caller;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;
import org.undatacube.http.Role;

/** API keys over HTTP, for administrators. */
@Path("/api/v1/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API keys", description = "Who may write: one entity's preparers and certifiers, and the secretariat")
public class ApiKeyResource {
    private final ApiKeys keys;
    private final Caller caller;

    ApiKeyResource(ApiKeys keys, Caller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "listApiKeys",
            summary = "All keys, newest first, without the keys themselves",
            description = "Keys that were revoked or have expired are in it, with when and why.")
    public List<KeyView> list() {
        return keys.list();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "createApiKey",
            summary = "Issue a key",
            description = "The answer holds the key. It is shown this once: what is stored is its hash.")
    @APIResponse(
            responseCode = "201",
            description = "The key",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    @APIResponse(responseCode = "422", description = "Problem invalid-key-request: points at the member that is wrong")
    public Response create(KeyRequest request) {
        if (request == null) {
            throw new Problem(CommonProblem.MALFORMED_BODY, "The body is empty; it should be a JSON object.");
        }
        return created(keys.create(request, caller.name()));
    }

    private static Response created(KeyView created) {
        return Response.created(URI.create("/api/v1/api-keys/" + created.id()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(created)
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "getApiKey",
            summary = "One key, without the key itself",
            description = "Whose it is, what it may do, and when it ends.")
    @APIResponse(
            responseCode = "200",
            description = "What is known of it",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    public KeyView get(
            @PathParam("id") @Parameter(description = "The key's identifier", example = "7Kq2mZ0a") String id) {
        return keys.get(id);
    }

    @POST
    @Path("/{id}/rotation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "rotateApiKey",
            summary = "Replace a key by a new one",
            description =
                    "The new key may the same and has the same holder, so that drafts, uploads and the audit trail"
                            + " go on, and who prepared with the old one does not certify with the new. The old one works beside"
                            + " it until the overlap is over. Without a body the overlap is a day. A key is replaced once; then"
                            + " replace the new one.")
    @APIResponse(
            responseCode = "201",
            description = "The new key, shown this once",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    @APIResponse(responseCode = "409", description = "Problem key-ended")
    @APIResponse(responseCode = "422", description = "Problem invalid-key-request: points at the member that is wrong")
    public Response rotate(
            @PathParam("id") @Parameter(description = "The old key's identifier", example = "7Kq2mZ0a") String id,
            KeyRotation rotation) {
        return created(keys.rotate(id, rotation == null ? KeyRotation.USUAL : rotation, caller.name()));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "revokeApiKey",
            summary = "Revoke a key",
            description =
                    "It stops working within seconds, when the gateway next asks for it. The key stays in the list.")
    @APIResponse(responseCode = "204", description = "Revoked, now or before")
    @APIResponse(responseCode = "409", description = "Problem last-administrator-key")
    public void revoke(
            @PathParam("id") @Parameter(description = "The key's identifier", example = "7Kq2mZ0a") String id) {
        keys.revoke(id, caller.name());
    }
}
