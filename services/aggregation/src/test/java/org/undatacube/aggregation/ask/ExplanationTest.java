package org.undatacube.aggregation.ask;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;

/** The sample's answers say truthfully how they came about. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class ExplanationTest {
    /** Of more digits than what is held in memory can be compared with. */
    private static final String LARGE = "where=amount:lt:99999999999999999999";

    private static final String AGGREGATIONS = "explanation.aggregations";

    Upstream upstream;

    @BeforeEach
    void awaitTheSampleInMemory() {
        LiveService.awaitSample(upstream);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> held().getInt("breakdownsHeld") == held().getInt("breakdownsPublished")
                        && !held().getBoolean("filling"));
    }

    private static JsonPath held() {
        return given().get("/api/v1/cubes/expense/preaggregates").jsonPath();
    }

    @Test
    void tellsWhichPreAggregatesWereRead() {
        JsonPath answer = LiveService.ask("drilldown=sdg.goal,year&explain=true")
                .body("total.amount", equalTo("227.00"))
                .body(AGGREGATIONS, hasSize(1))
                .body(AGGREGATIONS + "[0].grouping", contains("sdg.goal", "year"))
                .body(AGGREGATIONS + "[0].route", equalTo("pre-aggregate"))
                .body(AGGREGATIONS + "[0]", not(hasKey("why")))
                .body(AGGREGATIONS + "[0].cells", equalTo(3))
                .body(AGGREGATIONS + "[0].cuboids.dimensions", everyItem(hasItem("sdg")))
                .body(AGGREGATIONS + "[0].passedOver.lacks", everyItem(equalTo("sdg")))
                .body(AGGREGATIONS + "[0].sql.text", containsString("group by"))
                .body(AGGREGATIONS + "[0].sql.text", not(containsString("2023")))
                .body(AGGREGATIONS + "[0].sql.values", greaterThan(0))
                .extract()
                .jsonPath();

        List<Map<String, Object>> read = answer.getList(AGGREGATIONS + "[0].cuboids");
        assertFalse(read.isEmpty());
        List<Map<String, Object>> cuboids = held().getList("cuboids");
        for (Map<String, Object> cuboid : read) {
            assertTrue(
                    cuboids.stream()
                            .anyMatch(kept -> kept.get("dimensions").equals(cuboid.get("dimensions"))
                                    && kept.get("merged").equals(cuboid.get("merged"))),
                    cuboid.toString());
        }
        assertTrue(answer.getInt(AGGREGATIONS + "[0].rows") <= 4);
    }

    @Test
    void countsAHitOfThePreAggregateThatItNames() {
        long before = hits();

        LiveService.ask("drilldown=function.function&explain=true")
                .body(AGGREGATIONS + "[0].route", equalTo("pre-aggregate"));

        assertTrue(hits() > before);
    }

    private static long hits() {
        return held().getList("cuboids.hits", Integer.class).stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    @Test
    void tellsWhatASmallerPreAggregateLacks() {
        LiveService.ask("drilldown=function.function,location.country&cut=entity:UNDP&explain=true")
                .body(AGGREGATIONS + "[0].route", equalTo("pre-aggregate"))
                .body(AGGREGATIONS + "[0].cuboids.dimensions", everyItem(hasItem("location")));
        LiveService.ask("where=amount:gt:50&explain=true")
                .body(AGGREGATIONS + "[0].route", equalTo("pre-aggregate"))
                .body(AGGREGATIONS + "[0].cuboids.merged", everyItem(equalTo(false)))
                .body(AGGREGATIONS + "[0].passedOver.lacks", everyItem(equalTo("single lines")));
    }

    @Test
    void tellsWhyTheStoreWasGoneThrough() {
        LiveService.ask(LARGE + "&explain=true")
                .body("total.amount", equalTo("507.00"))
                .body(AGGREGATIONS, hasSize(1))
                .body(AGGREGATIONS + "[0].grouping", empty())
                .body(AGGREGATIONS + "[0].route", equalTo("scan"))
                .body(
                        AGGREGATIONS + "[0].why",
                        equalTo("A condition on amounts has a number of more digits than amounts that are held in"
                                + " memory."))
                .body(AGGREGATIONS + "[0]", not(hasKey("cuboids")))
                .body(AGGREGATIONS + "[0].rows", equalTo(6))
                .body(AGGREGATIONS + "[0].passedOver", not(empty()))
                .body(AGGREGATIONS + "[0].cells", equalTo(1))
                .body(AGGREGATIONS + "[0].sql.text", not(containsString("99999999999999999999")))
                .body(AGGREGATIONS + "[0].sql.text.count('?')", equalTo(3))
                .body(AGGREGATIONS + "[0].sql.values", equalTo(3));
    }

    @Test
    void tellsOfEverythingThatTheEngineWasAskedFor() {
        LiveService.ask("drilldown=sdg.goal,year&measures=amount,change,distinct.location.country&explain=true"
                        + "&subtotals=rollup")
                .body(AGGREGATIONS + ".size()", greaterThan(2))
                .body(AGGREGATIONS + ".grouping", hasItem(List.of("sdg.goal")))
                .body(AGGREGATIONS + ".grouping", hasItem(List.of()));
    }

    @Test
    void tellsWhetherTheAnswerWouldBeAtHand() {
        String question = "drilldown=entity.entity&limit=" + (1_000 + System.nanoTime() % 90_000);

        explained(question).body("explanation.cached", equalTo(false));
        explained(question).body("explanation.cached", equalTo(false));
        LiveService.ask(question);
        explained(question).body("explanation.cached", equalTo(true)).body(AGGREGATIONS, hasSize(1));
    }

    private static ValidatableResponse explained(String question) {
        return LiveService.ask(question + "&explain=true")
                .header("Cache-Control", equalTo("no-store"))
                .header("ETag", nullValue())
                .header("Datacube-Edition", equalTo("2"));
    }

    @Test
    void givesTheAnswerAsItIsBesides() {
        String question = "drilldown=sdg.goal,year&columns=year&measures=amount,share.total&gaps=true";
        Map<String, Object> explained =
                new HashMap<>(LiveService.ask(question + "&explain=true").extract().jsonPath().getMap(""));

        assertTrue(explained.remove("explanation") instanceof Map);
        assertEquals(LiveService.ask(question).extract().jsonPath().getMap(""), explained);
        LiveService.ask(question + "&explain=false").body("$", not(hasKey("explanation")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "QUERY"})
    void explainsAnswersToQuestionsInBodies(String method) {
        Requests.Answer answer = Requests.ask(method, "{\"drilldown\": [\"sdg.goal\"], \"explain\": true}");

        assertEquals(200, answer.status());
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals("pre-aggregate", answer.json().getString(AGGREGATIONS + "[0].route"));
        assertEquals(400, Requests.ask(method, "{\"explain\": true, \"format\": \"csv\"}").status());
        assertEquals(400, Requests.ask(method, "{\"explain\": 1}").status());
    }

    @ParameterizedTest
    @CsvSource({"csv", "xlsx", "parquet", "json-stat"})
    void refusesToExplainInAnotherForm(String format) {
        LiveService.request("explain=true&format=" + format)
                .then()
                .statusCode(400)
                .body("parameter", equalTo("explain"))
                .body(
                        "detail",
                        equalTo("An explanation is given with JSON alone; the answer was asked for as " + format + "."));
    }
}
