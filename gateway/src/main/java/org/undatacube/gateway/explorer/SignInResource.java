package org.undatacube.gateway.explorer;

import io.quarkus.oidc.AccessTokenCredential;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Signing in to the explorer with an account of the OpenID Connect provider, by the authorization code flow with PKCE (RFC
 * 7636), which Quarkus does. The explorer gets the access token, which it sends as it would send a key; the refresh token
 * stays in an encrypted cookie that no script reads.
 */
@Path(SignInResource.PATH)
public class SignInResource {
    /** The cookie of who has signed in is sent nowhere else. */
    static final String PATH = "/sign-in";

    private static final String TOKEN = "/token";
    static final String TOKEN_PATH = PATH + TOKEN;

    /** What the names of Quarkus' cookies begin with that keep who has signed in. */
    static final String SESSION = "q_session_explorer";

    /** The page where people sign in. */
    static final String DOOR = "/submit";

    private final AccessTokenCredential token;

    SignInResource(AccessTokenCredential token) {
        this.token = token;
    }

    /** Whoever has not signed in is sent to the provider, and comes back here. */
    @GET
    @RolesAllowed("**")
    @Operation(hidden = true)
    public Response enter(@QueryParam("to") @DefaultValue(DOOR) String to) {
        return goTo(ExplorerAddresses.isAddress(to) ? to : DOOR);
    }

    /** The access token, renewed where it ends soon; no content where nobody has signed in. */
    @GET
    @Path(TOKEN)
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response token() {
        CacheControl kept = new CacheControl();
        kept.setNoStore(true);
        Response.ResponseBuilder answer =
                token.getToken() == null ? Response.noContent() : Response.ok(Map.of("token", token.getToken()));
        return answer.cacheControl(kept).build();
    }

    /** Where the provider did not let somebody in, or they went back. */
    @GET
    @Path("/failed")
    @PermitAll
    @Operation(hidden = true)
    public Response fail() {
        return goTo(DOOR + "?sign-in=failed");
    }

    /** As it is, and not as an address with the host that the request named. */
    private static Response goTo(String address) {
        return Response.status(Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }
}
