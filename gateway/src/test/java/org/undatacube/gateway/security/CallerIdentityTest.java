package org.undatacube.gateway.security;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.gateway.RawHttp;
import org.undatacube.gateway.Suite;
import org.undatacube.gateway.Upstream;
import org.undatacube.http.ApiKey;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class CallerIdentityTest {
    private static final AtomicInteger KEYS = new AtomicInteger();

    Suite suite;

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void reset() {
        suite.reset();
    }

    @Test
    void sendsTheRegistrysTokenInPlaceOfTheKey() {
        String key = newKey();
        suite.registry().on("/identity/tokens", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Upstream.send(
                    exchange,
                    body.equals("{\"key\":\"" + key + "\"}") ? 200 : 401,
                    "{\"token\":\"signed\",\"expiresIn\":120}");
        });

        given().header("Authorization", "Bearer " + key)
                .when()
                .get("/api/v1/submissions")
                .then()
                .statusCode(200);

        assertEquals("Bearer signed", suite.contributions().received().get(0).header("Authorization"));
    }

    @Test
    void asksTheRegistryOnceForAKeyWhileItIsRemembered() {
        suite.registry().on("/identity/tokens", 200, "{\"token\":\"signed\",\"expiresIn\":120}");
        String key = newKey();

        for (int i = 0; i < 5; i++) {
            given().header("Authorization", "bearer " + key)
                    .when()
                    .get("/api/v1/submissions")
                    .then()
                    .statusCode(200);
        }

        assertEquals(5, suite.contributions().received().size());
        assertEquals(1, suite.registry().received().size());
    }

    @Test
    void refusesARevokedKeyOnceItIsNoLongerRemembered() {
        suite.registry().on("/identity/tokens", 200, "{\"token\":\"signed\",\"expiresIn\":120}");
        String key = newKey();
        given().header("Authorization", "Bearer " + key)
                .when()
                .get("/api/v1/submissions")
                .then()
                .statusCode(200);

        suite.registry().on("/identity/tokens", 401, "{\"detail\":\"It was revoked.\"}");

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> given().header("Authorization", "Bearer " + key)
                        .when()
                        .get("/api/v1/submissions")
                        .then()
                        .statusCode(401)
                        .contentType("application/problem+json")
                        .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                        .body("type", is("/problems/gateway/unauthenticated"))
                        .body("detail", is("It was revoked.")));
    }

    @Test
    void exchangesATokenOfOpenIdConnectAsItDoesAKey() {
        String token = "eyJhbGciOiJSUzI1NiJ9.e30." + KEYS.incrementAndGet();
        suite.registry().on("/identity/tokens", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Upstream.send(
                    exchange,
                    body.equals("{\"token\":\"" + token + "\"}") ? 200 : 401,
                    "{\"token\":\"signed\",\"expiresIn\":15}");
        });

        given().header("Authorization", "Bearer " + token)
                .when()
                .get("/api/v1/submissions")
                .then()
                .statusCode(200);

        assertEquals("Bearer signed", suite.contributions().received().get(0).header("Authorization"));
    }

    @Test
    void saysInTheRegistrysWordsWhyAGoodTokenGivesNoAccess() {
        suite.registry().on("/identity/tokens", 403, "{\"detail\":\"It gives no role.\",\"expected\":[\"preparer\"]}");

        given().header("Authorization", "Bearer eyJhbGciOiJSUzI1NiJ9.e30." + KEYS.incrementAndGet())
                .when()
                .get("/api/v1/submissions")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", is("/problems/gateway/forbidden"))
                .body("detail", is("It gives no role."))
                .body("expected", hasItem("preparer"));

        assertEquals(0, suite.contributions().received().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer eyJhbGciOiJFUzI1NiJ9.e30",
                "Bearer eyJhbGciOiJFUzI1NiJ9.e30.x.y.z",
                "Bearer udc_0aB9zZ7k_0123456789ABCDEFGHIJKLMNOPQRSTUVXXXXXX",
                "Bearer",
                "Bearer ",
                "Basic dXNlcjpwYXNz",
                "udc_0aB9zZ7k_0123456789ABCDEFGHIJKLMNOPQRSTUV"
            })
    void refusesAtOnceWhatIsNeitherAKeyNorAToken(String credentials) {
        given().header("Authorization", credentials)
                .when()
                .get("/api/v1/cubes")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .body("type", is("/problems/gateway/unauthenticated"));

        suite.all().forEach(service -> assertEquals(0, service.received().size()));
    }

    @Test
    void refusesTwoKeysAtOnce() throws IOException {
        String answer = RawHttp.get(
                gateway, "/api/v1/cubes", "Authorization: Bearer " + newKey(), "Authorization: Bearer " + newKey());

        assertTrue(answer.startsWith("HTTP/1.1 401 "), answer);
        assertEquals(0, suite.aggregation().received().size());
    }

    @Test
    void leavesACallerWithoutAKeyAnonymous() {
        when().get("/api/v1/cubes").then().statusCode(200);

        assertNull(suite.aggregation().received().get(0).header("Authorization"));
    }

    @Test
    void saysThatTheRegistryCannotBeAskedWhilePublicReadingGoesOn() {
        suite.registry().stop();

        given().header("Authorization", "Bearer " + newKey())
                .when()
                .get("/api/v1/submissions")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("service", is("registry"));
        when().get("/api/v1/submissions").then().statusCode(200);
    }

    @Test
    void takesARegistryThatFailsForUnavailable() {
        suite.registry().on("/identity/tokens", 500, "{}");

        given().header("Authorization", "Bearer " + newKey())
                .when()
                .get("/api/v1/submissions")
                .then()
                .statusCode(503)
                .body("type", is("/problems/gateway/unavailable"));
    }

    private static String newKey() {
        String body = "udc_0aB9zZ7k_" + String.format("%032d", KEYS.incrementAndGet());
        return body + ApiKey.checksum(body);
    }
}
