package org.undatacube.registry.apikey;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.http.Role;
import org.undatacube.registry.Client;
import org.undatacube.registry.RunningRegistry;

@RunningRegistry
class RotationTest {

    @Test
    void bothKeysWorkWhileTheyOverlap() {
        String old = newKey();

        ValidatableResponse rotated = rotate(old, "{\"overlap\":\"PT2H\"}")
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("name", equalTo("a preparer"))
                .body("roles", contains("preparer"))
                .body("entity", equalTo("UNDP"))
                .body("expiresAt", nullValue());
        String key = rotated.extract().path("key");

        Client.issueToken(old).then().statusCode(200);
        Client.issueToken(key).then().statusCode(200);
        JsonPath shown = Client.asAdministrator()
                .get("/api/v1/api-keys/" + id(old))
                .then()
                .statusCode(200)
                .body("", not(hasKey("key")))
                .body("replacedBy", equalTo(id(key)))
                .extract()
                .jsonPath();
        assertEquals(
                Duration.ofHours(2),
                Duration.between(
                        Instant.parse(rotated.extract().<String>path("createdAt")),
                        Instant.parse(shown.getString("expiresAt"))));
    }

    @Test
    void theOldKeyEndsWithTheOverlap() {
        String old = newKey();

        String key = rotate(old, "{\"overlap\":\"PT1S\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("key");

        Client.issueToken(old).then().statusCode(200);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> Client.issueToken(old).then().statusCode(401));
        Client.issueToken(key).then().statusCode(200);
    }

    @Test
    void withoutAnOverlapTheOldKeyEndsAtOnce() {
        String old = newKey();

        rotate(old, "{\"overlap\":\"PT0S\"}").then().statusCode(201);

        Client.issueToken(old).then().statusCode(401);
    }

    @Test
    void withoutABodyTheyOverlapForADay() {
        String old = newKey();

        Client.asAdministrator()
                .contentType(ContentType.JSON)
                .post("/api/v1/api-keys/" + id(old) + "/rotation")
                .then()
                .statusCode(201);

        Instant end = Instant.parse(
                Client.asAdministrator().get("/api/v1/api-keys/" + id(old)).path("expiresAt"));
        assertTrue(end.isAfter(Instant.now().plus(Duration.ofHours(23))), end::toString);
    }

    @Test
    void anOverlapDoesNotLengthenTheOldKeysLife() {
        Instant end = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.SECONDS);
        String old = Client.createKey(
                        Map.of("name", "short", "roles", List.of(Role.REVIEWER), "expiresAt", end.toString()))
                .path("key");

        String newEnd = rotate(old, "{\"overlap\":\"P7D\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("expiresAt");

        Client.asAdministrator().get("/api/v1/api-keys/" + id(old)).then().body("expiresAt", equalTo(end.toString()));
        assertTrue(Instant.parse(newEnd).isAfter(end), "the new one lives as long as the old was made for");
    }

    @Test
    void theServicesKnowBothForTheSameHolder() {
        String old = newKey();
        String second = rotate(old, "{}").path("key");
        String third = rotate(second, "{}").path("key");

        assertEquals(id(old), claims(old).getString("upn"));
        assertEquals(id(old), claims(second).getString("upn"));
        assertEquals(id(old), claims(third).getString("upn"));
        assertEquals(id(third), claims(third).getString("sub"));
    }

    @Test
    void aKeyIsReplacedOnce() {
        String old = newKey();
        String replacing = rotate(old, "{}").then().statusCode(201).extract().path("id");

        rotate(old, "{}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/registry/key-ended"))
                .body("replacedBy", equalTo(replacing));
    }

    @Test
    void aRevokedKeyIsNotReplaced() {
        String key = newKey();
        Client.asAdministrator().delete("/api/v1/api-keys/" + id(key)).then().statusCode(204);

        rotate(key, "{}").then().statusCode(409).body("type", equalTo("/problems/registry/key-ended"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "P91D"})
    void anOverlapHasLimits(String overlap) {
        String key = newKey();

        rotate(key, "{\"overlap\":\"" + overlap + "\"}")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/registry/invalid-key-request"))
                .body("pointer", equalTo("/overlap"));

        Client.asAdministrator().get("/api/v1/api-keys/" + id(key)).then().body("replacedBy", nullValue());
    }

    @Test
    void anUnknownKeyIsNeitherShownNorReplaced() {
        Client.asAdministrator().get("/api/v1/api-keys/nobodys1").then().statusCode(404);
        Client.asAdministrator()
                .contentType(ContentType.JSON)
                .post("/api/v1/api-keys/nobodys1/rotation")
                .then()
                .statusCode(404);
    }

    @Test
    void theListSaysWhenAKeyWasLastUsed() {
        String key = newKey();
        String address = "/api/v1/api-keys/" + id(key);
        Client.asAdministrator().get(address).then().body("lastUsedAt", nullValue());
        Instant before = Instant.now();

        Client.issueToken(key).then().statusCode(200);

        String used = Client.asAdministrator().get(address).path("lastUsedAt");
        assertTrue(!Instant.parse(used).isBefore(before.minusMillis(1)), used);
        Client.issueToken(key).then().statusCode(200);
        Client.asAdministrator().get(address).then().body("lastUsedAt", equalTo(used));
    }

    private static String newKey() {
        return Client.createKey(Role.PREPARER).then().statusCode(201).extract().path("key");
    }

    private static Response rotate(String key, String body) {
        return Client.asAdministrator()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/api-keys/" + id(key) + "/rotation");
    }

    private static String id(String key) {
        return key.substring(4, 12);
    }

    private static JsonPath claims(String key) {
        String token = Client.issueToken(key).then().statusCode(200).extract().path("token");
        return JsonPath.from(
                new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }
}
