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

    /**
     * What a client sent, one of the two. Never printed.
     *
     * @param key an API key
     * @param token a token of the OpenID Connect provider
     */
    public record Credentials(String key, String token) {
        @Override
        public String toString() {
            return "credentials";
        }
    }

    @POST
    @Path("/tokens")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            operationId = "issueToken",
            summary = "A token of some seconds for a good API key, or a good token of the OpenID Connect provider")
    @APIResponse(
            responseCode = "200",
            description = "The token",
            content = @Content(schema = @Schema(implementation = Tokens.Token.class)))
    @APIResponse(responseCode = "403", description = "Problem forbidden: the provider's token gives no access here")
    @APIResponse(responseCode = "503", description = "Problem unavailable: the provider gives no keys")
    public Response issue(Credentials credentials) {
        if (credentials == null || (credentials.key() == null) == (credentials.token() == null)) {
            throw new Problem(
                    CommonProblem.MALFORMED_BODY, "The body should be {\"key\":\"udc_…\"} or {\"token\":\"eyJ…\"}.");
        }
        return Response.ok(
                        credentials.key() == null
                                ? tokens.issueForToken(credentials.token())
                                : tokens.issueForKey(credentials.key()))
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
