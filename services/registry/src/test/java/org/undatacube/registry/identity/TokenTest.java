package org.undatacube.registry.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.http.Role;
import org.undatacube.registry.Client;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.apikey.KeysInTests;

@RunningRegistry
class TokenTest {
    @Inject
    SigningKeys signingKeys;

    @Inject
    DataSource dataSource;

    @Test
    void aGoodKeyGivesATokenThatSaysWhoItIs() {
        String key =
                Client.createKey(Role.PREPARER).then().statusCode(201).extract().path("key");

        JsonPath answer = Client.issueToken(key)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("expiresIn", equalTo(15))
                .extract()
                .jsonPath();

        String[] parts = answer.getString("token").split("\\.", -1);
        JsonPath header = json(parts[0]);
        JsonPath claims = json(parts[1]);
        assertEquals("ES256", header.getString("alg"));
        assertEquals(signingKeys.current().getKeyId(), header.getString("kid"));
        assertEquals("https://undatacube.org/registry", claims.getString("iss"));
        assertEquals("undatacube", claims.getString("aud"));
        assertEquals(key.substring(4, 12), claims.getString("sub"));
        assertEquals(key.substring(4, 12), claims.getString("upn"));
        assertEquals(List.of("preparer"), claims.getList("groups"));
        assertEquals("UNDP", claims.getString("entity"));
        assertEquals(15, claims.getLong("exp") - claims.getLong("iat"));
    }

    @Test
    void theSecretariatsTokenNamesNoEntity() {
        String token = Client.issueToken(Client.administratorKey()).path("token");

        assertFalse(json(token.split("\\.", -1)[1]).getMap("").containsKey("entity"));
    }

    @Test
    void publishesThePublicHalfOfTheSigningKeyOnly() {
        given().get("/identity/jwks")
                .then()
                .statusCode(200)
                .body("keys[0].kty", equalTo("EC"))
                .body("keys[0].crv", equalTo("P-256"))
                .body("keys[0].alg", equalTo("ES256"))
                .body("keys[0].use", equalTo("sig"))
                .body("keys[0].kid", notNullValue())
                .body("keys.findAll { it.d != null }", empty());
    }

    @Test
    void refusesWhatIsNoGoodKeyWithoutSayingWhy() throws SQLException {
        String good = Client.createKey(Role.REVIEWER).path("key");
        String expired = Client.createKey(Role.REVIEWER).path("key");
        expire(expired.substring(4, 12));
        String revoked = Client.createKey(Role.REVIEWER).path("key");
        Client.asAdministrator()
                .delete("/api/v1/api-keys/" + revoked.substring(4, 12))
                .then()
                .statusCode(204);
        String otherChecksum = good.substring(0, good.length() - 1) + (good.endsWith("0") ? "1" : "0");

        for (String bad : List.of(expired, revoked, otherChecksum, "udc_", "", "password")) {
            refused(Client.issueToken(bad).then())
                    .body("detail", equalTo("This is not a valid API key, or it was revoked or has expired."));
        }
    }

    @Test
    void aKeyOfRightFormWithAnotherSecretIsRefused() {
        refused(Client.issueToken(KeysInTests.unknown()).then());
        refused(Client.issueToken(KeysInTests.withOtherSecret(Client.administratorKey()))
                .then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"key\":\"udc_\",\"token\":\"eyJ\"}"})
    void aBodyThatIsNoCredentialsIsA400(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/identity/tokens")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/registry/malformed-body"));
    }

    @Test
    void aTokenEndsNotLaterThanItsKey() {
        Instant end = Instant.now().plusSeconds(5);
        String key = Client.createKey(
                        Map.of("name", "soon over", "roles", List.of(Role.REVIEWER), "expiresAt", end.toString()))
                .path("key");

        String token = Client.issueToken(key).then().statusCode(200).extract().path("token");

        assertEquals(end.getEpochSecond(), json(token.split("\\.", -1)[1]).getLong("exp"));
    }

    @Test
    void acceptsItsOwnTokens() {
        callWith(sign(claims(), signingKeys.current())).statusCode(200);
    }

    @Test
    void refusesATokenThatIsForgedExpiredUnsignedOrForSomebodyElse() throws JoseException {
        PublicJsonWebKey ours = signingKeys.current();
        PublicJsonWebKey theirs = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        theirs.setKeyId(ours.getKeyId());
        String good = sign(claims(), ours);
        Instant longAgo = Instant.now().minus(Duration.ofHours(1));

        for (String bad : List.of(
                sign(claims(), theirs),
                sign(claims().issuedAt(longAgo).expiresAt(longAgo.plusSeconds(120)), ours),
                sign(claims().issuer("https://example.org"), ours),
                sign(claims().audience("somebody else"), ours),
                unsigned(good),
                withOtherClaims(good),
                "udc_notatoken",
                "a.b.c")) {
            refused(callWith(bad));
        }
    }

    private static JwtClaimsBuilder claims() {
        return Jwt.claims()
                .issuer(Tokens.ISSUER)
                .audience(Tokens.AUDIENCE)
                .subject("somebody")
                .upn("somebody")
                .groups(Set.of(Role.ADMINISTRATOR));
    }

    private static String sign(JwtClaimsBuilder claims, PublicJsonWebKey pair) {
        return claims.jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(pair.getKeyId())
                .sign(pair.getPrivateKey());
    }

    private static String unsigned(String token) {
        return base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + token.split("\\.", -1)[1] + ".";
    }

    private static String withOtherClaims(String token) {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0] + "." + base64(claims.replace("somebody", "nobody!!")) + "." + parts[2];
    }

    private static ValidatableResponse callWith(String token) {
        return given().auth().oauth2(token).get("/api/v1/api-keys").then();
    }

    private static ValidatableResponse refused(ValidatableResponse answer) {
        return answer.statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/registry/unauthenticated"))
                .body("status", equalTo(401));
    }

    private void expire(String id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update api_key set created_at = now() - interval '2 hours', expires_at = now() - interval '1"
                                + " hour' where id = ?")) {
            update.setString(1, id);
            assertEquals(1, update.executeUpdate());
        }
    }

    private static JsonPath json(String part) {
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
