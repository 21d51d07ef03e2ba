package org.undatacube.aggregation.ask;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;
import org.undatacube.http.PrometheusText;

/** What the service tells its operators, and the gateway's page for people. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class MetricsTest {
    Upstream upstream;

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitSample(upstream);
    }

    @Test
    void tellsWhereAnswersComeFrom() {
        double made = questions("preaggregate") + questions("scan");
        double cached = questions("cache");
        double had = questions("client");
        double explained = questions("explanation");
        double prepared = questions("preparation");
        // letter for letter another question than any other test's
        String question = "drilldown=sdg.goal&cut=year:2020..2024&limit=77";

        String tag = LiveService.ask(question).extract().header("ETag");
        assertEquals(made + 1, questions("preaggregate") + questions("scan"));

        LiveService.ask(question);
        assertEquals(cached + 1, questions("cache"));

        given().header("If-None-Match", tag)
                .get(LiveService.EXPENSE + "?" + question)
                .then()
                .statusCode(304);
        assertEquals(had + 1, questions("client"));

        LiveService.ask(question + "&explain=true");
        assertEquals(explained + 1, questions("explanation"));

        given().header("Prefer", "respond-async")
                .get(LiveService.EXPENSE + "?" + question)
                .then()
                .statusCode(202);
        assertEquals(prepared + 1, questions("preparation"));
    }

    @Test
    void countsWhatAddedUp() {
        double before = value("datacube_aggregations_total");

        LiveService.ask("drilldown=sdg.goal&limit=78");

        assertTrue(value("datacube_aggregations_total") > before);
    }

    @Test
    void tellsTheEditionAndHowFarItIsBehind() {
        assertEquals(2, value("datacube_edition"));
        assertEquals(
                (double) Instant.parse("2025-01-02T00:00:00Z").getEpochSecond(),
                value("datacube_edition_published_timestamp_seconds"));
        await().until(() -> value("datacube_feed_lag_seconds") < 5);
    }

    @Test
    void lagsWhileTheFeedIsAway() {
        upstream.takeFeedDown(true);
        try {
            await().until(() -> value("datacube_feed_lag_seconds") > 1.5);
        } finally {
            upstream.takeFeedDown(false);
        }
        await().until(() -> value("datacube_feed_lag_seconds") < 1.5);
    }

    @Test
    void tellsWhatItTakesAndWhatWaits() {
        assertTrue(value("datacube_engine_memory_bytes") > 0);
        assertTrue(value("datacube_preaggregates_limit_bytes") > 0);
        assertTrue(value("disk_free_bytes", "use=\"store\"") > 0);
        assertEquals(0, value("datacube_questions_waiting"));
        assertEquals(0, value("datacube_streams_running"));
        assertEquals(0, value("datacube_bulk_underway"));
    }

    @Test
    void countsPreparedAnswers() {
        double before = value("datacube_prepared_answers", "state=\"succeeded\"");

        given().header("Prefer", "respond-async")
                .get(LiveService.EXPENSE + "?limit=79")
                .then()
                .statusCode(202);

        await().until(() -> value("datacube_prepared_answers", "state=\"succeeded\"") == before + 1);
        assertTrue(value("datacube_prepared_answers_used_bytes") > 0);
    }

    @Test
    void countsRequestsByRoute() {
        double before = value("http_server_requests_seconds_count", "uri=\"/api/v1/cubes/{cube}\"");

        when().get("/api/v1/cubes/expense").then().statusCode(200);
        when().get("/api/v1/cubes/revenue").then().statusCode(200);

        await().until(() -> value("http_server_requests_seconds_count", "uri=\"/api/v1/cubes/{cube}\"") == before + 2);
    }

    @Test
    void tellsTheGatewayHowTheCubesDo() {
        LiveService.ask("limit=80");

        when().get("/status")
                .then()
                .statusCode(200)
                .body("edition", equalTo(2))
                .body("publishedAt", equalTo("2025-01-02T00:00:00.123456Z"))
                .body("lagSeconds", lessThan(60))
                .body("answers.values().sum()", greaterThanOrEqualTo(1));
    }

    private static double questions(String route) {
        return value("datacube_questions_total", "route=\"" + route + "\"");
    }

    private static double value(String name, String... labels) {
        return new PrometheusText(
                        when().get("/metrics").then().statusCode(200).extract().asString())
                .sum(name, labels);
    }
}
