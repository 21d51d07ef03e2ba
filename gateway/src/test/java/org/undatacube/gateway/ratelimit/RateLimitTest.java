package org.undatacube.gateway.ratelimit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.gateway.RawHttp;
import org.undatacube.gateway.Suite;
import org.undatacube.gateway.Upstream;
import org.undatacube.http.ApiKey;

/** Each test comes from addresses and with keys of its own, as a trusted proxy tells. */
@QuarkusTest
@TestProfile(RateLimitTest.Few.class)
@QuarkusTestResource(Suite.class)
class RateLimitTest {
    private static final AtomicInteger CALLERS = new AtomicInteger();
    private static final String CODE_LISTS = "/api/v1/code-lists";
    private static final String TOO_MANY = "/problems/gateway/too-many-requests";
    private static final int ANONYMOUS = 20;
    private static final int KEY = 30;
    private static final int REFUSED = 5;
    private static final int AT_ONCE = 4;

    Suite suite;

    @TestHTTPResource("/")
    URI gateway;

    private String address;

    public static final class Few implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "datacube.gateway.rate-limit.anonymous", Integer.toString(ANONYMOUS),
                    "datacube.gateway.rate-limit.key", Integer.toString(KEY),
                    "datacube.gateway.rate-limit.refused", Integer.toString(REFUSED),
                    "datacube.gateway.rate-limit.at-once", Integer.toString(AT_ONCE),
                    // so that nothing comes back in the time of a test
                    "datacube.gateway.rate-limit.period", "10H",
                    "datacube.gateway.connections.trusted-proxies", "127.0.0.0/8,::1");
        }
    }

    @BeforeEach
    void reset() {
        suite.reset();
        int caller = CALLERS.incrementAndGet();
        address = "192.0." + caller / 250 + "." + (caller % 250 + 1);
    }

    @Test
    void refusesAnAddressThatAsksMoreThanItMay() {
        for (int i = 1; i <= ANONYMOUS; i++) {
            from(address)
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", "\"address\";q=20;w=36000")
                    .header("RateLimit", startsWith("\"address\";r=" + (ANONYMOUS - i) + ";t="));
        }

        from(address)
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("1[78]\\d\\d"))
                .header("RateLimit", startsWith("\"address\";r=0;t="))
                .body("type", is(TOO_MANY))
                .body("policy", is("address"))
                .body("limit", is(ANONYMOUS))
                .body("retryAfter", notNullValue())
                .body("instance", is(CODE_LISTS));
        assertEquals(ANONYMOUS, suite.registry().received().size());
        from("198.51.100.7").then().statusCode(200);
    }

    @Test
    void refusesThePagesOfTheGatewayItselfToo() {
        for (int i = 0; i < ANONYMOUS; i++) {
            given().header("X-Forwarded-For", address)
                    .when()
                    .get("/nothing")
                    .then()
                    .statusCode(404);
        }

        given().header("X-Forwarded-For", address).when().get("/openapi").then().statusCode(429);
        given().header("X-Forwarded-For", address)
                .when()
                .get("/q/health/ready")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/..", "/q/x/../..", "/q/%2e%2e", "//q/.."})
    void countsARequestThatGoesRoundByHealth(String detour) throws IOException {
        String forwarded = "X-Forwarded-For: " + address;
        for (int i = 0; i < ANONYMOUS; i++) {
            String answer = RawHttp.get(gateway, detour + CODE_LISTS, forwarded);
            assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        }

        String answer = RawHttp.get(gateway, detour + CODE_LISTS, forwarded);
        assertTrue(answer.startsWith("HTTP/1.1 429 "), answer);
    }

    @Test
    void letsPagesOfOtherOriginsReadARefusal() {
        for (int i = 0; i < ANONYMOUS; i++) {
            from(address).then().statusCode(200);
        }

        given().header("X-Forwarded-For", address)
                .header("Origin", "https://dashboard.example")
                .when()
                .get(CODE_LISTS)
                .then()
                .statusCode(429)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", org.hamcrest.Matchers.containsString("RateLimit"));
    }

    @Test
    void countsAKeyWhereverItComesFromAndNotForItsAddress() {
        String key = goodKey();
        for (int i = 1; i <= KEY; i++) {
            with(key, "203.0.113." + i)
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", "\"key\";q=30;w=36000")
                    .header("RateLimit", startsWith("\"key\";r=" + (KEY - i) + ";t="));
        }

        with(key, address)
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("\\d+"))
                .header("RateLimit", startsWith("\"key\";r=0;t="))
                .body("type", is(TOO_MANY))
                .body("policy", is("key"));
        from(address).then().statusCode(200).header("RateLimit", startsWith("\"address\";r=19;"));
        with(goodKey(), address).then().statusCode(200);
    }

    @Test
    void countsAllTokensOfOneHolderTogether() {
        AtomicInteger tokens = new AtomicInteger();
        suite.registry().on("/identity/tokens", exchange -> {
            String claims = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(("{\"upn\":\"holder of " + address + "\",\"jti\":" + tokens.incrementAndGet() + "}")
                            .getBytes(StandardCharsets.UTF_8));
            Upstream.send(exchange, 200, "{\"token\":\"e30." + claims + ".x\",\"expiresIn\":120}");
        });

        with(newKey(), address).then().header("RateLimit", startsWith("\"key\";r=29;"));
        with(newKey(), address).then().header("RateLimit", startsWith("\"key\";r=28;"));
        assertEquals(2, tokens.get());
    }

    @Test
    void endsTheGuessingOfKeys() {
        suite.registry().on("/identity/tokens", 401, "{}");
        for (int i = 0; i < REFUSED; i++) {
            with(newKey(), address).then().statusCode(401);
        }

        with(newKey(), address).then().statusCode(429).body("policy", is("refused"));
        assertEquals(REFUSED, suite.registry().received().size());
        from(address).then().statusCode(200);
    }

    @Test
    void takesNoOneElsesWordForAnAddress() {
        for (int i = 0; i < ANONYMOUS; i++) {
            given().header("X-Forwarded-For", "10.9.8." + i + ", " + address)
                    .when()
                    .get(CODE_LISTS)
                    .then()
                    .statusCode(200);
        }

        given().header("X-Forwarded-For", "10.1.1.1, " + address)
                .when()
                .get(CODE_LISTS)
                .then()
                .statusCode(429);
        given().header("Forwarded", "for=10.1.1.1, for=\"" + address + ":4711\";proto=https")
                .when()
                .get(CODE_LISTS)
                .then()
                .statusCode(429);
        given().header("X-Forwarded-For", address + ", 127.0.0.9")
                .when()
                .get(CODE_LISTS)
                .then()
                .statusCode(429);
        assertEquals(address, suite.registry().received().get(0).header("X-Forwarded-For"));
    }

    @Test
    void readsWhatProxiesSayInTheTimeOfItsLength() {
        for (String header : List.of(
                "Forwarded: for=" + " ".repeat(15_000) + "x",
                "Forwarded: " + ";for=".repeat(3_000),
                "X-Forwarded-For: [" + "]:1".repeat(5_000))) {
            String answer =
                    assertTimeoutPreemptively(Duration.ofSeconds(2), () -> RawHttp.get(gateway, CODE_LISTS, header));
            assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        }
    }

    @Test
    void takesAllAddressesOfANetworkForOneCaller() {
        for (int i = 1; i <= ANONYMOUS; i++) {
            from("2001:db8:0:" + CALLERS.get() + "::" + i).then().statusCode(200);
        }

        from("2001:db8:0:" + CALLERS.get() + ":ffff::1").then().statusCode(429);
        from("2001:db8:1:" + CALLERS.get() + "::1").then().statusCode(200);
    }

    @Test
    void boundsHowManyRequestsOfAnAddressAreAnsweredAtATime() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        suite.registry().on(CODE_LISTS, exchange -> {
            Upstream.await(goOn);
            Upstream.send(exchange, 200, "[]");
        });
        HttpClient client = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            HttpRequest request = HttpRequest.newBuilder(gateway.resolve(CODE_LISTS + "?n=" + i))
                    .header("X-Forwarded-For", address)
                    .build();
            waiting.add(client.sendAsync(request, BodyHandlers.ofString()));
            int asked = i + 1;
            Awaitility.await().until(() -> suite.registry().received().size() == asked);
        }

        from(address).then().statusCode(429).header("Retry-After", "1").body("limit", is(AT_ONCE));
        goOn.countDown();
        for (CompletableFuture<HttpResponse<String>> answer : waiting) {
            assertEquals(200, answer.get().statusCode());
        }
        Awaitility.await().untilAsserted(() -> from(address).then().statusCode(200));
    }

    @Test
    void givesAPlaceBackWhoseCallerWentAway() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        suite.registry().on(CODE_LISTS, exchange -> {
            Upstream.await(goOn);
            Upstream.send(exchange, 200, "[]");
        });
        for (int i = 0; i < AT_ONCE; i++) {
            int before = suite.registry().received().size();
            try (java.net.Socket caller = RawHttp.connect(gateway)) {
                caller.getOutputStream()
                        .write(("GET " + CODE_LISTS + "?n=" + i + " HTTP/1.1\r\nHost: g\r\nX-Forwarded-For: " + address
                                        + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                Awaitility.await().until(() -> suite.registry().received().size() > before);
            }
        }
        goOn.countDown();

        Awaitility.await()
                .untilAsserted(() -> given().header("X-Forwarded-For", address)
                        .when()
                        .get("/api/v1/exchange-rates")
                        .then()
                        .statusCode(200));
        assertTrue(suite.registry().received().size() > AT_ONCE);
    }

    @Test
    void givesAPlaceBackWhoseAnswerBrokeOff() {
        suite.registry().on(CODE_LISTS, exchange -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            exchange.close();
        });
        for (int i = 0; i < AT_ONCE; i++) {
            assertThrows(IOException.class, () -> from(address).asByteArray());
        }
        suite.reset();

        Awaitility.await().untilAsserted(() -> from(address).then().statusCode(200));
    }

    private static Response from(String address) {
        return given().header("X-Forwarded-For", address).when().get(CODE_LISTS);
    }

    private static Response with(String key, String address) {
        return given().header("X-Forwarded-For", address)
                .header("Authorization", "Bearer " + key)
                .when()
                .get(CODE_LISTS);
    }

    /** Of which the registry makes a token of its own. */
    private String goodKey() {
        String key = newKey();
        suite.registry().on("/identity/tokens", 200, "{\"token\":\"signed for " + key + "\",\"expiresIn\":120}");
        return key;
    }

    private static String newKey() {
        String body = "udc_0aB9zZ7k_" + String.format("%032d", 880_000 + CALLERS.incrementAndGet());
        return body + ApiKey.checksum(body);
    }
}
