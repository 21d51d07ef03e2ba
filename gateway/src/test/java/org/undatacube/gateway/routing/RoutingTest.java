package org.undatacube.gateway.routing;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.gateway.RawHttp;
import org.undatacube.gateway.Suite;
import org.undatacube.gateway.Upstream;
import org.undatacube.gateway.Upstream.Received;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class RoutingTest {
    Suite suite;

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void reset() {
        suite.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/code-lists, registry",
        "/api/v1/code-lists/sdgs/codes/5.1, registry",
        "/api/v1/exchange-rates, registry",
        "/api/v1/api-keys, registry",
        "/api/v1/caller, registry",
        "/api/v1/sdmx/2.1/codelist/UNDATACUBE/CL_SDG+CL_GEM/latest, registry",
        "/api/v1/sdmx/2.1/structure, registry",
        "/api/v1/sdmx/2.1/dataflow, registry",
        "/api/v1/sdmx/2.1/datastructure/UNDATACUBE/DSD_EXPENSE, registry",
        "/api/v1/sdmx/3.0/structure, registry",
        "/api/v1/sdmx/3.0/structure/hierarchy/UNDATACUBE/H_SDG/1.0+.0, registry",
        "/api/v1/sdmx/3.0/structure/*/UNDATACUBE/*/~, registry",
        "/api/v1/sdmx/3.0/structure/dataflow/UNDATACUBE/EXPENSE/~, registry",
        "/problems/registry/not-found, registry",
        "/api/v1/submissions/1/lines, contributions",
        "/api/v1/submission-limits, contributions",
        "/api/v1/uploads/1, contributions",
        "/api/v1/jobs/1/result, contributions",
        "/api/v1/editions, contributions",
        "/api/v1/rules, contributions",
        "/api/v1/validation-reports/1, contributions",
        "/api/v1/templates/expense, contributions",
        "/api/v1/reporting-windows/2024, contributions",
        "/api/v1/audit/verify, contributions",
        "/problems/contributions, contributions",
        "/api/v1/cubes, aggregation",
        "/api/v1/cubes/expense/aggregate, aggregation",
        "'/api/v1/sdmx/2.1/data/UNDATACUBE,EXPENSE,latest/A.UNDP+WFP..466....', aggregation",
        "/api/v1/sdmx/2.1/availableconstraint/EXPENSE, aggregation",
        "/api/v1/sdmx/3.0/data/dataflow/UNDATACUBE/REVENUE/1.0.0/*, aggregation",
        "/api/v1/sdmx/3.0/availability/dataflow/UNDATACUBE/REVENUE/~, aggregation",
        "/api/v1/citations/7ZQ4M2K9XA/data, aggregation",
        "/api/v1/bulk/expense/1/year=2024/part-0.parquet, aggregation",
        "/api/v1/indicators, aggregation",
        "/api/v1/indicators/core-share, aggregation",
        "/api/v1/profiles/contributor/PM/WRA, aggregation",
        "/problems/aggregation/not-found, aggregation"
    })
    void sendsAPathToTheServiceThatAnswersIt(String path, String service) {
        when().get(path).then().statusCode(200).body("service", is(service));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feed",
                "/feed/editions/1/lines",
                "/identity/tokens",
                "/identity/jwks",
                "/api",
                "/api/v1",
                "/api/v1/code-listsx",
                "/API/V1/code-lists",
                "/nothing",
                "/api/v1/code-lists/../../../feed",
                "/api/v1/submissions/%2e%2e/%2E%2e/%2e%2e/feed",
                "/api/v1/submissions/./../../..//feed",
                "//feed",
                "/api/v1/cubes/../../../q/../identity/tokens",
                "http://elsewhere/feed"
            })
    void forwardsNothingThatTheTableDoesNotName(String target) throws IOException {
        String answer = RawHttp.get(gateway, target);

        assertTrue(answer.startsWith("HTTP/1.1 404 "), answer);
        assertTrue(answer.contains("\"type\":\"/problems/gateway/not-found\""), answer);
        suite.all().forEach(service -> assertEquals(0, service.received().size()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/submissions/..%2f..%2f..%2ffeed",
                "/api/v1/submissions/..%2F..%2F..%2Ffeed",
                "/api/v1/submissions/..%5c..%5c..%5cfeed",
                "/api/v1/submissions/..\\..\\..\\feed",
                "/api/v1/submissions/..;/..;/..;/feed",
                "/api/v1/submissions/..;x=1/feed",
                "/api/v1/submissions/%252e%252e/%252e%252e/%252e%252e/feed",
                "/api/v1/submissions/%2e%2e%2f%2e%2e%2f%2e%2e%2ffeed",
                "/api/v1/submissions/%00",
                "/api/v1/submissions/a%0d%0aX-Role:%20administrator"
            })
    void refusesPathsThatAServiceCouldReadOtherwise(String target) throws IOException {
        String answer = RawHttp.get(gateway, target);

        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        suite.all().forEach(service -> assertEquals(0, service.received().size()));
    }

    @Test
    void sendsOnThePathThatItLookedUpAndTheQueryAsItCame() throws IOException {
        RawHttp.get(
                gateway, "/api/v1/code-lists/x/../locations/codes/G%26I?q=a%20b&cut=sdg:goal:5%7Cyear:2024&x=..%2f");

        assertEquals(
                "/api/v1/code-lists/locations/codes/G%26I?q=a%20b&cut=sdg:goal:5%7Cyear:2024&x=..%2f",
                suite.registry().received().get(0).target());
    }

    @Test
    void takesABarThatABrowserDidNotEncode() throws IOException {
        RawHttp.get(gateway, "/api/v1/cubes/expense/aggregate?cut=sdg:goal:5|year:2024");

        assertEquals(
                "/api/v1/cubes/expense/aggregate?cut=sdg:goal:5%7Cyear:2024",
                suite.aggregation().received().get(0).target());
    }

    /** Which the services' servers would refuse with an empty answer. */
    @Test
    void encodesWhatAnAddressMayNotHaveAsItIs() throws IOException {
        RawHttp.get(gateway, "/api/v1/code-lists/{x}[y]|z?q={}[]");

        assertEquals(
                "/api/v1/code-lists/%7Bx%7D%5By%5D%7Cz?q=%7B%7D%5B%5D",
                suite.registry().received().get(0).target());
    }

    @Test
    void namesTheMethodsOfItsOwnAddresses() {
        given().when()
                .delete("/health")
                .then()
                .statusCode(405)
                .header("Allow", is("GET, HEAD, OPTIONS"))
                .body("type", is("/problems/gateway/method-not-allowed"));
    }

    @Test
    void keepsConditionalRequestsAndTheirAnswers() {
        suite.registry().on("/api/v1/code-lists/sdgs", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.getResponseHeaders().set("Cache-Control", "max-age=60");
            boolean known = "\"7\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            Upstream.send(exchange, known ? 304 : 200, known ? "" : "{\"id\":\"sdgs\"}");
        });

        when().get("/api/v1/code-lists/sdgs")
                .then()
                .statusCode(200)
                .header("ETag", "\"7\"")
                .header("Cache-Control", "max-age=60")
                .body("id", is("sdgs"));
        given().header("If-None-Match", "\"7\"")
                .when()
                .get("/api/v1/code-lists/sdgs")
                .then()
                .statusCode(304)
                .header("ETag", "\"7\"")
                .body(equalTo(""));
    }

    @Test
    void keepsRangesAndTheirAnswers() {
        suite.aggregation().on("/api/v1/bulk/expense/1/expense-1.zip", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
            exchange.getResponseHeaders().set("Content-Range", "bytes 2-4/10");
            Upstream.send(exchange, 206, "234");
        });

        given().header("Range", "bytes=2-4")
                .header("If-Range", "\"7\"")
                .when()
                .get("/api/v1/bulk/expense/1/expense-1.zip")
                .then()
                .statusCode(206)
                .header("Accept-Ranges", "bytes")
                .header("Content-Range", "bytes 2-4/10")
                .header("ETag", "\"7\"")
                .body(equalTo("234"));
        Received received = suite.aggregation().received().get(0);
        assertEquals("bytes=2-4", received.header("Range"));
        assertEquals("\"7\"", received.header("If-Range"));
    }

    @Test
    void keepsWhatTheClientAcceptsAndTheLinkToTheNextPage() {
        suite.contributions().on("/api/v1/editions", exchange -> {
            exchange.getResponseHeaders().set("Link", "</api/v1/editions?cursor=2>; rel=\"next\"");
            Upstream.send(exchange, 200, "[]");
        });

        given().accept("text/csv")
                .when()
                .get("/api/v1/editions")
                .then()
                .header("Link", "</api/v1/editions?cursor=2>; rel=\"next\"");
        assertEquals("text/csv", suite.contributions().received().get(0).header("Accept"));
    }

    @Test
    void answersHeadAsTheServiceDoes() {
        suite.registry().on("/api/v1/code-lists", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });

        when().head("/api/v1/code-lists").then().statusCode(200).header("ETag", "\"1\"");
        assertEquals("HEAD", suite.registry().received().get(0).method());
    }

    @Test
    void showsAServicesLinksToItselfAsTheyAreAtTheGateway() {
        suite.contributions().on("/api/v1/submissions", exchange -> {
            String host = exchange.getRequestHeaders().getFirst("Host");
            exchange.getResponseHeaders().set("Location", "http://" + host + "/api/v1/submissions/42");
            Upstream.send(exchange, 201, "{}");
        });

        given().contentType("application/json")
                .body("{}")
                .when()
                .post("/api/v1/submissions")
                .then()
                .statusCode(201)
                .header("Location", "/api/v1/submissions/42");
    }

    @Test
    void saysWhereARequestComesFromAndLetsNoClientSayIt() throws IOException {
        RawHttp.get(
                gateway,
                "/api/v1/cubes",
                "X-Forwarded-For: 8.8.8.8",
                "X-Forwarded-User: administrator",
                "X-Forwarded-Prefix: /evil",
                "Forwarded: for=8.8.8.8",
                "X-Real-IP: 8.8.8.8",
                "Remote-User: administrator",
                "X-Remote-Groups: administrator",
                "X-HTTP-Method-Override: DELETE",
                "Cookie: q_session=stolen",
                "Proxy-Authorization: Basic eA==",
                "TE: trailers",
                "Keep-Alive: 5",
                "Connection: X-Secret",
                "X-Secret: for this hop only",
                "Accept-Language: fr");

        Received received = suite.aggregation().received().get(0);
        assertEquals("127.0.0.1", received.header("X-Forwarded-For"));
        assertEquals("http", received.header("X-Forwarded-Proto"));
        assertEquals("gateway", received.header("X-Forwarded-Host"));
        assertEquals("fr", received.header("Accept-Language"));
        for (String name : new String[] {
            "X-Forwarded-User",
            "X-Forwarded-Prefix",
            "Forwarded",
            "X-Real-IP",
            "Remote-User",
            "X-Remote-Groups",
            "X-HTTP-Method-Override",
            "Cookie",
            "Proxy-Authorization",
            "TE",
            "Keep-Alive",
            "X-Secret"
        }) {
            assertNull(received.header(name), name);
        }
    }

    @Test
    void showsNothingOfWhatAServiceRunsOn() {
        suite.aggregation().on("/api/v1/cubes", exchange -> {
            exchange.getResponseHeaders().set("Server", "engine/1.2");
            exchange.getResponseHeaders().set("X-Powered-By", "engine");
            exchange.getResponseHeaders().set("Set-Cookie", "a=b");
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "https://anyone.example");
            Upstream.send(exchange, 200, "[]");
        });

        when().get("/api/v1/cubes")
                .then()
                .statusCode(200)
                .header("Server", nullValue())
                .header("X-Powered-By", nullValue())
                .header("Set-Cookie", nullValue())
                .header("Access-Control-Allow-Origin", nullValue())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", startsWith("default-src 'none'"));
    }

    @Test
    void passesAServicesOwnProblemOn() {
        suite.aggregation().on("/api/v1/cubes/nothing", 404, "{\"type\":\"/problems/aggregation/not-found\"}");

        when().get("/api/v1/cubes/nothing").then().statusCode(404).body("type", is("/problems/aggregation/not-found"));
    }

    @Test
    void refusesAMethodThatItsOwnPagesDoNotHave() {
        when().post("/health")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("type", is("/problems/gateway/method-not-allowed"));
    }

    @Test
    void answersForItsOwnProblems() {
        when().get("/problems/gateway/timeout").then().statusCode(200).body("status", is(504));
        when().get("/problems/gateway/unavailable").then().statusCode(200).body("retryable", is(true));
    }
}
