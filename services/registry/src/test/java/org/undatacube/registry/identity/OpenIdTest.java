package org.undatacube.registry.identity;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.undatacube.http.OpenIdProvider;
import org.undatacube.registry.Client;
import org.undatacube.registry.RunningRegistry;

@RunningRegistry
class OpenIdTest {
    OpenIdProvider provider;

    @Test
    void aGoodTokenBecomesOneOfOurs() {
        JsonPath claims = exchanged(provider.token("4f1c", List.of("preparer", "offline_access"), "UNDP"));

        assertEquals("https://undatacube.org/registry", claims.getString("iss"));
        assertEquals("4f1c", claims.getString("sub"));
        assertEquals("openid:4f1c", claims.getString("upn"));
        assertEquals(List.of("preparer"), claims.getList("groups"));
        assertEquals("UNDP", claims.getString("entity"));
        assertEquals(15, claims.getLong("exp") - claims.getLong("iat"));
    }

    @Test
    void aRoleIsKnownByTheNameThatTheProviderHasForIt() {
        JsonPath claims = exchanged(
                provider.token("4f1c", List.of(RunningRegistry.Provider.NAME_OF_REVIEWERS, "administrator"), null));

        assertEquals(
                List.of("administrator", "reviewer"),
                claims.getList("groups").stream().sorted().toList());
        assertNull(claims.getString("entity"));
        refused(provider.token("4f1c", List.of("reviewer"), null), 403);
    }

    @Test
    void aTokenThatGivesNoRoleOrNoEntityOrTooMuchGivesNoAccess() {
        refused(provider.token("4f1c", List.of("boss"), "UNDP"), 403)
                .body("type", equalTo("/problems/registry/forbidden"))
                .body("expected", hasItem("preparer"));
        refused(provider.token("4f1c", List.of(), null), 403);
        refused(provider.token("4f1c", List.of("preparer"), null), 403).body("detail", containsString("entity"));
        refused(provider.token("4f1c", List.of("preparer"), "UNDB"), 403).body("expected", hasItem("UNDP"));
        refused(provider.token("4f1c", List.of("preparer", "administrator"), "UNDP"), 403);
        refused(provider.token("4f1c", List.of("administrator"), "UNDP"), 403);
    }

    @Test
    void aTokenThatIsNotGoodIsRefusedAndSaidWhy() {
        JwtClaims claims = provider.claims("4f1c", List.of("administrator"), null);

        JwtClaims expired = provider.claims("4f1c", List.of("administrator"), null);
        expired.setIssuedAt(NumericDate.fromSeconds(1_700_000_000));
        expired.setExpirationTime(NumericDate.fromSeconds(1_700_003_600));
        refused(provider.sign(expired), 401).body("detail", containsString("expired"));

        JwtClaims otherAudience = provider.claims("4f1c", List.of("administrator"), null);
        otherAudience.setAudience("account");
        refused(provider.sign(otherAudience), 401).body("detail", containsString("audience"));

        JwtClaims noAudience = provider.claims("4f1c", List.of("administrator"), null);
        noAudience.unsetClaim("aud");
        refused(provider.sign(noAudience), 401).body("detail", containsString("audience"));

        JwtClaims otherIssuer = provider.claims("4f1c", List.of("administrator"), null);
        otherIssuer.setIssuer("https://accounts.example.org");
        refused(provider.sign(otherIssuer), 401).body("detail", containsString("issuer"));

        JwtClaims nobodys = provider.claims("4f1c", List.of("administrator"), null);
        nobodys.unsetClaim("sub");
        refused(provider.sign(nobodys), 401).body("detail", containsString("subject"));

        refused(provider.forge(claims), 401);
        refused(OpenIdProvider.unsigned(claims), 401);
        refused(provider.signWithThePublicKey(claims), 401);
        refused("eyJhbGciOiJSUzI1NiJ9.e30.x", 401);
        try (OpenIdProvider stranger = OpenIdProvider.start()) {
            refused(stranger.token("4f1c", List.of("administrator"), null), 401);
        }
        refused(Client.issueToken(Client.administratorKey()).path("token"), 401);
    }

    @Test
    void aNewKeyOfTheProviderIsTaken() {
        exchanged(provider.token("4f1c", List.of("preparer"), "UNDP"));

        provider.rotate();

        // within the interval in which keys that are not known are asked for again
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> exchanged(provider.token("4f1c", List.of("preparer"), "UNDP")));
    }

    @Test
    void whileTheProviderGivesNoKeysATokenIsNeitherGoodNorBad() {
        exchanged(provider.token("4f1c", List.of("preparer"), "UNDP"));
        provider.rotate();
        provider.keepKeys(true);
        try {
            String token = provider.token("4f1c", List.of("preparer"), "UNDP");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> refused(token, 503).body("type", equalTo("/problems/registry/unavailable")));
        } finally {
            provider.keepKeys(false);
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> exchanged(provider.token("4f1c", List.of("preparer"), "UNDP")));
    }

    @Test
    void theProvidersTokenItselfOpensNothing() {
        String token = provider.token("4f1c", List.of("administrator"), null);

        given().auth().oauth2(token).get("/api/v1/api-keys").then().statusCode(401);
        // addresses that end in the tenant's name
        given().auth().oauth2(token).get("/api/v1/api-keys/openid").then().statusCode(401);
        given().auth().oauth2(token).delete("/api/v1/api-keys/openid").then().statusCode(401);
    }

    private static JsonPath exchanged(String token) {
        String ours = Client.exchange(token).then().statusCode(200).extract().path("token");
        return JsonPath.from(
                new String(Base64.getUrlDecoder().decode(ours.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }

    private static ValidatableResponse refused(String token, int status) {
        return Client.exchange(token).then().statusCode(status).contentType("application/problem+json");
    }
}
