package org.undatacube.registry.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.undatacube.http.Role;

/** Signing keys over HTTP, for administrators. */
@Path("/api/v1/signing-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signing keys", description = "What the suite signs callers' identities with, between its own services")
public class SigningKeyResource {
    private final SigningKeys keys;

    SigningKeyResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "listSigningKeys",
            summary = "The keys that services take",
            description = "The one that signs first, then those that signed until some seconds ago.")
    public List<SigningKeyView> list() {
        return keys.list();
    }

    @POST
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "rotateSigningKey",
            summary = "Sign with a new key",
            description =
                    "The old one signs no more; what it has signed is good until it ends, in seconds. That happens"
                            + " by itself every 30 days, or as often as the operator sets. Nobody needs to do anything for it:"
                            + " API keys stay as they are.")
    @APIResponse(responseCode = "200", description = "The new key")
    public SigningKeyView rotate() {
        return keys.rotate();
    }
}
