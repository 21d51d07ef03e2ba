package org.undatacube.registry.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** Identity over HTTP, for the other houses of the suite. */
@Path("/identity")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity", description = "Within the suite only: the gateway does not route these addresses")
public class IdentityResource {
    private final Tokens tokens;
    private final SigningKeys signingKeys;

    IdentityResource(Tokens tokens, SigningKeys signingKeys) {
        this.tokens = tokens;
        this.signingKeys = signingKeys;
    }

    /** An API key as a client sent it. Never printed. */
    public record Credentials(String key) {
        @Override
        public String toString() {
            return "credentials";
        }
    }

    @POST
    @Path("/tokens")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(operationId = "issueToken", summary = "A token of two minutes for a good API key")
    @APIResponse(
            responseCode = "200",
            description = "The token",
            content = @Content(schema = @Schema(implementation = Tokens.Token.class)))
    @APIResponse(responseCode = "401", description = "Problem unauthenticated")
    public Response issue(Credentials credentials) {
        if (credentials == null || credentials.key() == null) {
            throw new Problem(CommonProblem.MALFORMED_BODY, "The body should be {\"key\":\"udc_…\"}.");
        }
        return Response.ok(tokens.issue(credentials.key()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/jwks")
    @PermitAll
    @Operation(operationId = "getSigningKeys", summary = "The public keys that verify tokens (RFC 7517)")
    public String publicKeys() {
        return signingKeys.publicKeySet();
    }
}
