package org.undatacube.gateway.resilience;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.gateway.Suite;
import org.undatacube.gateway.Upstream;

@QuarkusTest
@TestProfile(ResilienceTest.Small.class)
@QuarkusTestResource(Suite.class)
class ResilienceTest {
    private static final String CUBES = "/api/v1/cubes";
    private static final String SUBMISSIONS = "/api/v1/submissions";
    private static final int AT_ONCE = 2;
    private static final int WAITING = 3;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Suite suite;

    @TestHTTPResource("/")
    URI gateway;

    public static final class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "datacube.gateway.resilience.at-once", Integer.toString(AT_ONCE),
                    "datacube.gateway.resilience.waiting", Integer.toString(WAITING),
                    "datacube.gateway.resilience.observed", "10",
                    "datacube.gateway.resilience.retry-after", "0.01S",
                    "datacube.gateway.resilience.open", "2S");
        }
    }

    @BeforeEach
    void reset() {
        suite.reset();
    }

    /** So that no circuit is open, or about to be, when the next test begins. */
    @AfterEach
    void heal() {
        suite.reset();
        for (String path : List.of(CUBES, SUBMISSIONS)) {
            Awaitility.await().untilAsserted(() -> {
                for (int i = 0; i < 10; i++) {
                    when().get(path).then().statusCode(200);
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "QUERY"})
    void sendsAgainWhatOnlyReads(String method) {
        AtomicInteger asked = new AtomicInteger();
        suite.aggregation().on(CUBES, exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (asked.incrementAndGet() < 3) {
                exchange.close();
            } else {
                answer(exchange);
            }
        });

        var request = given();
        if (method.equals("QUERY")) {
            request.contentType("application/json").body("{\"drilldown\":\"year\"}");
        }
        request.when().request(method, CUBES).then().statusCode(200);

        assertEquals(3, asked.get());
    }

    @Test
    void sendsTheSameBodyAgain() {
        AtomicInteger asked = new AtomicInteger();
        List<String> bodies = new ArrayList<>();
        suite.aggregation().on(CUBES, exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (asked.incrementAndGet() < 2) {
                exchange.close();
            } else {
                answer(exchange);
            }
        });

        given().contentType("application/json")
                .body("{\"a\":1}")
                .when()
                .request("QUERY", CUBES)
                .then()
                .statusCode(200);

        assertEquals(List.of("{\"a\":1}", "{\"a\":1}"), bodies);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void neverSendsAChangeAgainThatAServiceMayHaveMade(String method) {
        AtomicInteger asked = new AtomicInteger();
        suite.contributions().on(SUBMISSIONS, exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });

        given().contentType("application/json")
                .body("{}")
                .when()
                .request(method, SUBMISSIONS)
                .then()
                .statusCode(502)
                .body("type", is("/problems/gateway/broken-answer"));

        assertEquals(1, asked.get());
    }

    @Test
    void sendsAChangeAgainThatReachedNobody() throws Exception {
        suite.contributions().stop();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(
                HttpRequest.newBuilder(gateway.resolve(SUBMISSIONS))
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());

        assertEquals(503, answer.get().statusCode());
        assertTrue(
                answer.get().body().contains("nothing was done"), answer.get().body());
        assertEquals(0, suite.contributions().received().size());
    }

    @Test
    void takesAServiceThatDrainsForOneThatIsAway() {
        suite.contributions().on(SUBMISSIONS, exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });

        for (String method : List.of("GET", "POST")) {
            given().when()
                    .request(method, SUBMISSIONS)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5")
                    .body("type", is("/problems/gateway/unavailable"))
                    .body("service", is("contributions"));
        }
    }

    @Test
    void passesOnWhatAServiceSaysOfItsOwnOverload() {
        AtomicInteger asked = new AtomicInteger();
        suite.aggregation().on(CUBES, exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().set("Retry-After", "2");
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(503, 2);
            exchange.getResponseBody().write(new byte[] {'{', '}'});
            exchange.close();
        });

        when().get(CUBES).then().statusCode(503).header("Retry-After", "2").body(equalTo("{}"));
        assertEquals(1, asked.get());
    }

    @Test
    void leavesAServiceAloneThatDoesNotAnswerAndComesBackToItWhileTheOthersGoOn() {
        suite.aggregation().on(CUBES, HttpExchange::close);
        Awaitility.await()
                .untilAsserted(() -> when().get(CUBES)
                        .then()
                        .statusCode(503)
                        .body("type", is("/problems/gateway/unavailable"))
                        .body("detail", containsString("left alone")));

        int asked = suite.aggregation().received().size();
        when().get(CUBES).then().statusCode(503);
        // no more than the one that tries
        assertTrue(suite.aggregation().received().size() <= asked + 1);
        when().get("/api/v1/code-lists").then().statusCode(200);
        when().get("/q/health/ready").then().statusCode(200).body(containsString("\"aggregation\""));

        suite.aggregation().reset();
        Awaitility.await().untilAsserted(() -> when().get(CUBES).then().statusCode(200));
    }

    @Test
    void doesNotTakeCallersWhoGoAwayForTheServicesFault() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        suite.aggregation().on(CUBES, exchange -> {
            Upstream.await(goOn);
            answer(exchange);
        });
        for (int i = 0; i < 20; i++) {
            int before = suite.aggregation().received().size();
            try (java.net.Socket caller = org.undatacube.gateway.RawHttp.connect(gateway)) {
                caller.getOutputStream()
                        .write(("GET " + CUBES + " HTTP/1.1\r\nHost: g\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                Awaitility.await().until(() -> suite.aggregation().received().size() > before);
            }
        }
        goOn.countDown();
        suite.aggregation().reset();

        Awaitility.await().untilAsserted(() -> when().get(CUBES).then().statusCode(200));
    }

    @Test
    void keepsAServiceThatIsSlowFromTakingAllThatTheGatewayHas() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        suite.aggregation().on(CUBES, exchange -> {
            Upstream.await(goOn);
            answer(exchange);
        });
        List<CompletableFuture<HttpResponse<String>>> asking = new ArrayList<>();
        for (int i = 0; i < AT_ONCE + WAITING + 4; i++) {
            asking.add(client.sendAsync(
                    HttpRequest.newBuilder(gateway.resolve(CUBES + "?n=" + i)).build(), BodyHandlers.ofString()));
        }

        Awaitility.await()
                .until(() -> asking.stream().filter(CompletableFuture::isDone).count() == 4);
        assertEquals(AT_ONCE, suite.aggregation().received().size());
        when().get("/api/v1/code-lists").then().statusCode(200);
        goOn.countDown();

        int refused = 0;
        for (CompletableFuture<HttpResponse<String>> answer : asking) {
            if (answer.get().statusCode() == 503) {
                refused++;
                assertTrue(
                        answer.get().body().contains("Too many requests wait"),
                        answer.get().body());
            } else {
                assertEquals(200, answer.get().statusCode());
            }
        }
        assertEquals(4, refused);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        } else {
            Upstream.send(exchange, 200, "{}");
        }
    }
}
