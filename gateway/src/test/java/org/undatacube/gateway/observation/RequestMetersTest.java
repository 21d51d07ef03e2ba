package org.undatacube.gateway.observation;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.gateway.Suite;
import org.undatacube.http.PrometheusText;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class RequestMetersTest {
    private static final String COUNT = "http_server_requests_seconds_count";
    private static final Pattern URI = Pattern.compile("uri=\"([^\"]*)\"");

    Suite suite;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @BeforeEach
    void reset() {
        suite.reset();
    }

    @Test
    void countsByRouteMethodAndStatus() {
        suite.contributions().on("/api/v1/submissions/7", 404, "{}");
        double found = count("uri=\"/api/v1/cubes\"", "method=\"GET\"", "status=\"200\"");
        double missed = count("uri=\"/api/v1/submissions\"", "outcome=\"CLIENT_ERROR\"");

        when().get("/api/v1/cubes/expense/aggregate?cut=year:2024").then().statusCode(200);
        when().get("/api/v1/submissions/7").then().statusCode(404);

        await().until(() -> count("uri=\"/api/v1/cubes\"", "method=\"GET\"", "status=\"200\"") == found + 1);
        await().until(() -> count("uri=\"/api/v1/submissions\"", "outcome=\"CLIENT_ERROR\"") == missed + 1);
    }

    @Test
    void countsTheFailureOfAService() {
        suite.contributions().stop();
        double before = count("uri=\"/api/v1/submissions\"", "status=\"503\"", "outcome=\"SERVER_ERROR\"");

        when().get("/api/v1/submissions").then().statusCode(503);

        await().until(() ->
                count("uri=\"/api/v1/submissions\"", "status=\"503\"", "outcome=\"SERVER_ERROR\"") == before + 1);
    }

    @Test
    void takesNoAddressForARoute() {
        for (int number = 0; number < 50; number++) {
            when().get("/api/v1/code-lists/" + number);
            when().get("/nothing/" + number);
            when().get("/docs" + number);
            given().request("BREW" + number, "/api/v1/code-lists");
        }

        Set<String> routes = URI.matcher(page().text())
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
        assertFalse(routes.stream().anyMatch(route -> route.matches(".*\\d\\d?$")), routes::toString);
        assertEquals(0, count("method=\"BREW1\""));
    }

    @Test
    void sortsDurationsIntoBuckets() {
        when().get("/api/v1/cubes").then().statusCode(200);

        await().until(() -> page().sum(
                                "http_server_requests_seconds_bucket",
                                "uri=\"/api/v1/cubes\"",
                                "status=\"200\"",
                                "le=\"+Inf\"")
                >= 1);
    }

    @Test
    void arePublishedToNobodyOutside() {
        when().get("/metrics").then().statusCode(404);
        when().get("/q/metrics").then().statusCode(404);
    }

    private double count(String... labels) {
        return page().sum(COUNT, labels);
    }

    private PrometheusText page() {
        return new PrometheusText(
                when().get(metrics).then().statusCode(200).extract().asString());
    }
}
