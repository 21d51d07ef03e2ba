package org.undatacube.gateway.cache;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.gateway.Suite;
import org.undatacube.gateway.Upstream;
import org.undatacube.gateway.Upstream.Received;
import org.undatacube.http.ApiKey;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class CachingTest {
    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final String STATUS = "Cache-Status";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Suite suite;

    @TestHTTPResource("/")
    URI gateway;

    /** Of which nothing is kept from another test. */
    private String address;

    @BeforeEach
    void reset() {
        suite.reset();
        address = "/api/v1/cubes/expense/aggregate/" + ADDRESSES.incrementAndGet();
    }

    @Test
    void givesAnAnswerAgainThatHoldsForATimeWithoutAsking() {
        answers(Map.of("Cache-Control", "max-age=100", "ETag", "\"1\""), "[1]");

        when().get(address).then().statusCode(200).header(STATUS, is("gateway; fwd=uri-miss; stored"));
        when().get(address)
                .then()
                .statusCode(200)
                .header(STATUS, startsWith("gateway; hit; ttl="))
                .header("Age", notNullValue())
                .header("ETag", "\"1\"")
                .header("Content-Type", "application/json")
                .header("Content-Length", "3")
                .body(equalTo("[1]"));

        assertEquals(1, received().size());
    }

    @Test
    void asksEachTimeWhetherAnAnswerStillStandsThatSaysSo() {
        answers(Map.of("Cache-Control", "no-cache", "ETag", "\"1\""), "[1]");

        when().get(address).then().body(equalTo("[1]"));
        for (int i = 0; i < 3; i++) {
            when().get(address)
                    .then()
                    .statusCode(200)
                    .header(STATUS, "gateway; fwd=stale; fwd-status=304; stored")
                    .header("Content-Type", "application/json")
                    .body(equalTo("[1]"));
        }

        assertEquals(4, received().size());
        assertNull(received().get(0).header("If-None-Match"));
        assertEquals("\"1\"", received().get(1).header("If-None-Match"));
    }

    @Test
    void givesTheNewAnswerWhereTheOldOneDoesNotStand() {
        answers(Map.of("Cache-Control", "no-cache", "ETag", "\"1\""), "[1]");
        when().get(address).then().body(equalTo("[1]"));

        answers(Map.of("Cache-Control", "no-cache", "ETag", "\"2\""), "[2]");

        when().get(address)
                .then()
                .header(STATUS, "gateway; fwd=stale; stored")
                .header("ETag", "\"2\"")
                .body(equalTo("[2]"));
        when().get(address).then().header("ETag", "\"2\"").body(equalTo("[2]"));
    }

    @Test
    void judgesACallersOwnConditionByWhatIsKept() {
        answers(Map.of("Cache-Control", "max-age=100", "ETag", "\"1\"", "Datacube-Edition", "7"), "[1]");

        given().header("If-None-Match", "W/\"1\"")
                .when()
                .get(address)
                .then()
                .statusCode(304)
                .header("ETag", "\"1\"")
                .header("Datacube-Edition", "7")
                .body(equalTo(""));
        given().header("If-None-Match", "\"0\", \"1\"")
                .when()
                .get(address)
                .then()
                .statusCode(304)
                .header(STATUS, startsWith("gateway; hit"));
        given().header("If-None-Match", "\"0\"")
                .when()
                .get(address)
                .then()
                .statusCode(200)
                .body(equalTo("[1]"));

        assertEquals(1, received().size());
    }

    @Test
    void answersHeadFromWhatIsKept() {
        answers(Map.of("Cache-Control", "max-age=100", "ETag", "\"1\""), "[1]");
        when().get(address).then().statusCode(200);

        when().head(address)
                .then()
                .statusCode(200)
                .header("Content-Length", "3")
                .header(STATUS, startsWith("gateway; hit"))
                .body(equalTo(""));
        when().get(address).then().body(equalTo("[1]"));

        assertEquals(1, received().size());
    }

    @Test
    void keepsAnswersApartThatDifferByWhatTheySay() {
        suite.aggregation().on(address, exchange -> {
            String language = exchange.getRequestHeaders().getFirst("Accept-Language");
            say(exchange, Map.of("Cache-Control", "max-age=100", "Vary", "Accept-Language"), "[\"" + language + "\"]");
        });

        for (int i = 0; i < 3; i++) {
            for (String language : List.of("fr", "es")) {
                given().header("Accept-Language", language)
                        .header("Accept", "application/" + i)
                        .when()
                        .get(address)
                        .then()
                        .header("Vary", "Accept-Language, Origin")
                        .body(equalTo("[\"" + language + "\"]"));
            }
        }

        // what it was told first was asked under another name: not yet by what the answer differs
        assertEquals(2, received().size());
    }

    @Test
    void takesNegotiationForWhatAnAnswerDiffersByThatDoesNotSay() {
        suite.aggregation().on(address, exchange -> {
            String accepted = exchange.getRequestHeaders().getFirst("Accept");
            say(exchange, Map.of("Cache-Control", "max-age=100"), accepted);
        });

        for (String accepted : List.of("text/csv", "application/json", "text/csv")) {
            given().header("Accept", accepted).when().get(address).then().body(equalTo(accepted));
        }

        assertEquals(2, received().size());
    }

    @Test
    void givesAnAnswerToOneHostOnlyToThoseWhoAskThatHost() throws Exception {
        suite.aggregation().on(address, exchange -> {
            String host = exchange.getRequestHeaders().getFirst("X-Forwarded-Host");
            say(exchange, Map.of("Cache-Control", "max-age=100"), host);
        });

        assertTrue(org.undatacube.gateway.RawHttp.get(gateway, address).endsWith("gateway"));
        when().get(address).then().body(equalTo(gateway.getAuthority()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-store",
                "private, max-age=100",
                "max-age=100, no-store",
                "max-age=100, PRIVATE",
                "Private=\"Set-Cookie\", max-age=100"
            })
    void keepsNothingThatIsNotForAll(String caching) {
        answers(Map.of("Cache-Control", caching, "ETag", "\"1\""), "[1]");

        for (int i = 0; i < 2; i++) {
            when().get(address).then().header(STATUS, "gateway; fwd=uri-miss").body(equalTo("[1]"));
        }

        assertEquals(2, received().size());
        assertNull(received().get(1).header("If-None-Match"));
    }

    @ParameterizedTest
    @CsvSource({"Vary, *", "Set-Cookie, a=b", "X-Nothing, without a tag or a time"})
    void keepsNothingThatCannotBeFoundOrConfirmed(String header, String value) {
        answers(Map.of(header, value), "[1]");

        when().get(address).then().body(equalTo("[1]"));
        when().get(address).then().body(equalTo("[1]"));

        assertEquals(2, received().size());
    }

    @Test
    void keepsNoOtherStatusThan200() {
        for (int status : new int[] {203, 404, 400, 503}) {
            suite.aggregation().on(address, exchange -> {
                exchange.getResponseHeaders().set("Cache-Control", "max-age=100");
                exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
                exchange.sendResponseHeaders(status, 2);
                exchange.getResponseBody().write("{}".getBytes(StandardCharsets.US_ASCII));
                exchange.close();
            });
            when().get(address).then().statusCode(status);
        }

        answers(Map.of(), "[1]");
        when().get(address).then().statusCode(200);
    }

    @Test
    void passesAnAnswerOnThatIsTooLargeToKeep() {
        String large = "[" + "1,".repeat(200_000) + "1]";
        answers(Map.of("Cache-Control", "max-age=100", "ETag", "\"1\""), large);

        when().get(address).then().body(equalTo(large));
        given().header("If-None-Match", "\"1\"").when().get(address).then().statusCode(304);

        assertEquals(2, received().size());
    }

    @Test
    void neverGivesACallerWithAKeyWhatOthersGot() {
        answers(Map.of("Cache-Control", "max-age=100", "ETag", "\"open\""), "[\"open\"]");
        when().get(address).then().body(equalTo("[\"open\"]"));

        answers(Map.of("Cache-Control", "max-age=100", "ETag", "\"mine\""), "[\"mine\"]");
        withKey().get(address).then().header(STATUS, "gateway; fwd=bypass").body(equalTo("[\"mine\"]"));

        when().get(address).then().body(equalTo("[\"open\"]"));
    }

    @Test
    void neverGivesOthersWhatACallerWithAKeyGot() {
        answers(Map.of("Cache-Control", "max-age=100", "ETag", "\"mine\""), "[\"mine\"]");
        withKey().get(address).then().body(equalTo("[\"mine\"]"));

        answers(Map.of("Cache-Control", "max-age=100", "ETag", "\"open\""), "[\"open\"]");
        when().get(address)
                .then()
                .header(STATUS, "gateway; fwd=uri-miss; stored")
                .body(equalTo("[\"open\"]"));
    }

    @Test
    void givesACallerWithAKeyWhatSaysThatItIsPublic() {
        answers(Map.of("Cache-Control", "public, max-age=100", "ETag", "\"1\""), "[1]");
        when().get(address).then().body(equalTo("[1]"));

        withKey().get(address).then().header(STATUS, startsWith("gateway; hit")).body(equalTo("[1]"));
    }

    @Test
    void sharesNothingWithCredentialsThatAreNotGood() {
        answers(Map.of("Cache-Control", "public, max-age=100", "ETag", "\"1\""), "[1]");
        when().get(address).then().body(equalTo("[1]"));

        given().header("Authorization", "Bearer nonsense")
                .when()
                .get(address)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "Cache-Control, no-store, gateway; fwd=bypass",
        "Range, bytes=0-1, gateway; fwd=bypass",
        "If-Match, \"\"\"1\"\"\", gateway; fwd=bypass",
        "If-Modified-Since, 'Mon, 23 Nov 2026 00:00:00 GMT', gateway; fwd=bypass",
        "Cache-Control, no-cache, gateway; fwd=stale; fwd-status=304; stored",
        "Cache-Control, min-fresh=1000, gateway; fwd=stale; fwd-status=304; stored",
        "Cache-Control, min-fresh=10, gateway; hit",
        "Cache-Control, max-age=50, gateway; hit"
    })
    void doesWithWhatIsKeptAsTheCallerSays(String header, String value, String status) {
        answers(Map.of("Cache-Control", "max-age=100", "ETag", "\"1\""), "[1]");
        when().get(address).then().statusCode(200);

        given().header(header, value).when().get(address).then().header(STATUS, startsWith(status));
    }

    @Test
    void asksNobodyWhereTheCallerWantsOnlyWhatIsKept() {
        given().header("Cache-Control", "only-if-cached")
                .when()
                .get(address)
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("type", is("/problems/gateway/not-kept"));

        assertTrue(received().isEmpty());
    }

    @Test
    void takesTheAgeThatAnAnswerBrings() {
        answers(Map.of("Cache-Control", "max-age=100", "Age", "70"), "[1]");
        when().get(address).then().statusCode(200);

        when().get(address)
                .then()
                .header("Age", matchesPattern("7[0-9]"))
                .header(STATUS, matchesPattern("gateway; hit; ttl=(30|2[0-9])"));

        answers(Map.of("Cache-Control", "max-age=100", "Age", "100", "ETag", "\"1\""), "[1]");
        given().header("Cache-Control", "no-cache").get(address).then().statusCode(200);
        when().get(address).then().header(STATUS, containsString("fwd=stale"));
    }

    @Test
    void forgetsWhatIsChanged() {
        answers(Map.of("Cache-Control", "max-age=100"), "[1]");
        when().get(address).then().body(equalTo("[1]"));
        answers(Map.of("Cache-Control", "max-age=100"), "[2]");
        when().get(address).then().body(equalTo("[1]"));

        given().contentType("application/json")
                .body("{}")
                .when()
                .put(address)
                .then()
                .statusCode(200);

        when().get(address).then().body(equalTo("[2]"));
    }

    @Test
    void keepsWhatARefusedChangeLeavesAlone() {
        answers(Map.of("Cache-Control", "max-age=100"), "[1]");
        when().get(address).then().body(equalTo("[1]"));
        suite.aggregation().on(address, 403, "{}");

        given().contentType("application/json")
                .body("{}")
                .when()
                .put(address)
                .then()
                .statusCode(403);

        when().get(address).then().body(equalTo("[1]"));
    }

    @Test
    void asksOnceForAllWhoWantTheSameAtATime() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger worked = new AtomicInteger();
        suite.aggregation().on(address, exchange -> {
            await(goOn);
            if ("\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.getResponseHeaders().set("ETag", "\"1\"");
                Upstream.send(exchange, 304, "");
            } else {
                worked.incrementAndGet();
                say(exchange, Map.of("Cache-Control", "no-cache", "ETag", "\"1\""), "[1]");
            }
        });

        List<CompletableFuture<HttpResponse<String>>> asking = ask(30);
        Awaitility.await().until(() -> received().size() == 1);
        goOn.countDown();

        for (CompletableFuture<HttpResponse<String>> answer : asking) {
            assertEquals("[1]", answer.join().body());
        }
        assertEquals(1, worked.get());
        // the first; and once more for all who came after it was sent, or as many times as they came apart
        assertTrue(received().size() < 30, () -> received().size() + " questions for 30 callers");
    }

    @Test
    void givesNobodyAnAnswerFromBeforeHisQuestion() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger version = new AtomicInteger(1);
        suite.aggregation().on(address, exchange -> {
            int now = version.get();
            if (now == 1) {
                await(goOn);
            }
            say(exchange, Map.of("Cache-Control", "no-cache", "ETag", "\"" + now + "\""), "[" + now + "]");
        });
        List<CompletableFuture<HttpResponse<String>>> before = ask(1);
        Awaitility.await().until(() -> received().size() == 1);

        version.set(2);
        List<CompletableFuture<HttpResponse<String>>> after = ask(3);
        goOn.countDown();

        assertEquals("[1]", before.get(0).join().body());
        for (CompletableFuture<HttpResponse<String>> answer : after) {
            assertEquals("[2]", answer.join().body());
        }
    }

    @Test
    void letsNobodyWaitForAnAnswerThatIsNotShared() throws Exception {
        CountDownLatch all = new CountDownLatch(5);
        CountDownLatch first = new CountDownLatch(1);
        suite.aggregation().on(address, exchange -> {
            if (first.getCount() == 1) {
                await(first);
            } else {
                all.countDown();
                // ends only when five are asked at a time
                await(all);
            }
            say(exchange, Map.of("Cache-Control", "private"), "[1]");
        });
        List<CompletableFuture<HttpResponse<String>>> asking = ask(1);
        Awaitility.await().until(() -> received().size() == 1);
        asking.addAll(ask(5));
        first.countDown();

        for (CompletableFuture<HttpResponse<String>> answer : asking) {
            assertEquals(200, answer.join().statusCode());
        }
        assertEquals(6, received().size());
    }

    @Test
    void asksAnewForThoseWhoseFirstAskerWentAway() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        suite.aggregation().on(address, exchange -> {
            if (received().size() == 1) {
                await(goOn);
            }
            say(exchange, Map.of("Cache-Control", "max-age=100"), "[1]");
        });
        try (java.net.Socket first = org.undatacube.gateway.RawHttp.connect(gateway)) {
            first.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: " + gateway.getAuthority() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            Awaitility.await().until(() -> received().size() == 1);
        }
        List<CompletableFuture<HttpResponse<String>>> others = ask(3);

        for (CompletableFuture<HttpResponse<String>> answer : others) {
            assertEquals("[1]", answer.join().body());
        }
        goOn.countDown();
    }

    @Test
    void failsForAllWhoWaitWhereTheServiceDoes() {
        suite.aggregation().stop();

        for (CompletableFuture<HttpResponse<String>> answer : ask(5)) {
            assertEquals(503, answer.join().statusCode());
            assertTrue(answer.join().body().contains("/problems/gateway/unavailable"));
        }
    }

    @Test
    void givesAnAnswerAgainWhoseServiceIsDown() {
        answers(Map.of("Cache-Control", "max-age=100"), "[1]");
        when().get(address).then().statusCode(200);
        suite.aggregation().stop();

        when().get(address).then().statusCode(200).body(equalTo("[1]"));
    }

    @Test
    void saysInOneHeaderByWhatAnAnswerDiffers() {
        suite.aggregation().on(address, exchange -> {
            exchange.getResponseHeaders().add("Vary", "Accept, Accept-Encoding");
            exchange.getResponseHeaders().add("Vary", "accept-encoding");
            say(exchange, Map.of("Cache-Control", "max-age=100"), "[1]");
        });

        for (int i = 0; i < 2; i++) {
            List<String> vary = given().header("Origin", Suite.WRITER)
                    .when()
                    .get(address)
                    .headers()
                    .getValues("Vary");
            assertEquals(List.of("Accept, Accept-Encoding, Origin"), vary);
        }
        assertFalse(received().isEmpty());
    }

    @Test
    void doesNotKeepWhatIsAskedByPost() {
        answers(Map.of("Cache-Control", "max-age=100"), "[1]");

        for (int i = 0; i < 2; i++) {
            given().contentType("application/json")
                    .body("{}")
                    .when()
                    .post(address)
                    .then()
                    .header(STATUS, nullValue())
                    .body(equalTo("[1]"));
        }

        assertEquals(2, received().size());
    }

    private io.restassured.specification.RequestSpecification withKey() {
        suite.registry().on("/identity/tokens", 200, "{\"token\":\"signed\",\"expiresIn\":120}");
        String body = "udc_0aB9zZ7k_" + String.format("%032d", 77_000 + ADDRESSES.incrementAndGet());
        return given().header("Authorization", "Bearer " + body + ApiKey.checksum(body));
    }

    private List<Received> received() {
        return suite.aggregation().received().stream()
                .filter(request -> request.target().equals(address))
                .toList();
    }

    /** 304 to one who has it, else the text. */
    private void answers(Map<String, String> headers, String text) {
        HttpHandler handler = exchange -> {
            String tag = headers.get("ETag");
            if (tag != null && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                headers.forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(304, -1);
                exchange.close();
            } else {
                say(exchange, headers, text);
            }
        };
        suite.aggregation().on(address, handler);
    }

    private static void say(HttpExchange exchange, Map<String, String> headers, String text) throws IOException {
        headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        Upstream.send(exchange, 200, text);
    }

    private List<CompletableFuture<HttpResponse<String>>> ask(int callers) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            answers.add(client.sendAsync(
                    HttpRequest.newBuilder(gateway.resolve(address)).build(), BodyHandlers.ofString()));
        }
        return answers;
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
