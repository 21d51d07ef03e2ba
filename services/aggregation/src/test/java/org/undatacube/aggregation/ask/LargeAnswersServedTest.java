package org.undatacube.aggregation.ask;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.export.Decoded;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;

/** Answers that have more cells than there is room for, of which here is very little. */
@QuarkusTest
@TestProfile(LargeAnswersServedTest.LittleRoom.class)
@QuarkusTestResource(UpstreamResource.class)
class LargeAnswersServedTest {
    private static final String QUESTION = "drilldown=sdg.goal,year&measures=amount,lines";
    private static final String CSV = """
            sdg.goal,sdg.goal.label,year,amount,lines\r
            """;

    Upstream upstream;

    /** Room for so few cells that most questions have too many. */
    public static final class LittleRoom implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("datacube.aggregation.most-cells", "6", "datacube.aggregation.store", "target/little-room");
        }
    }

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitTotal("507.00");
    }

    @Test
    void streamsWhatIsTooLargeToKeep() throws IOException {
        Response json = LiveService.request(QUESTION);
        Response csv = LiveService.request(QUESTION + "&format=csv");

        json.then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .header("Datacube-Edition", "2")
                .header("Transfer-Encoding", "chunked")
                .body("cells.size()", equalTo(json.jsonPath().getInt("cellCount")))
                .body("total.amount", equalTo("227.00"));
        assertEquals(
                json.jsonPath().getInt("cellCount"),
                Decoded.csv(csv.asByteArray()).size());
        assertEquals(CSV, csv.asString().lines().findFirst().orElseThrow() + "\r\n");
        given().header("If-None-Match", json.header("ETag"))
                .get(LiveService.EXPENSE + "?" + QUESTION)
                .then()
                .statusCode(304);
    }

    @Test
    void preparesWhatCannotBeStreamed() throws IOException, SQLException {
        Response accepted = LiveService.request(QUESTION + "&format=parquet");

        accepted.then()
                .statusCode(202)
                .header("Location", matchesPattern("/api/v1/answers/[-0-9a-f]{36}"))
                .header("Retry-After", "1")
                .body("format", equalTo("parquet"))
                .body("question.drilldown", equalTo("sdg.goal,year"));
        byte[] parquet = given().get(awaited(accepted))
                .then()
                .statusCode(200)
                .contentType("application/vnd.apache.parquet")
                .header("Content-Disposition", containsString("expense-sdg.goal-year.parquet"))
                .extract()
                .asByteArray();
        assertEquals(
                Decoded.csv(LiveService.request(QUESTION + "&format=csv").asByteArray()), Decoded.parquet(parquet));
    }

    @Test
    void preparesWhatIsNotWaitedForAndGivesPartsOfIt() {
        Response accepted =
                given().header("Prefer", "respond-async").get(LiveService.EXPENSE + "?drilldown=year&format=csv");

        accepted.then().statusCode(202).header("Preference-Applied", "respond-async");
        String address = awaited(accepted);
        byte[] whole = given().get(address).then().statusCode(200).extract().asByteArray();
        assertArrayEquals(LiveService.request("drilldown=year&format=csv").asByteArray(), whole);
        Response part = given().header("Range", "bytes=5-9").get(address);
        part.then()
                .statusCode(206)
                .header("Content-Range", "bytes 5-9/" + whole.length)
                .header("Content-Length", "5");
        assertArrayEquals(Arrays.copyOfRange(whole, 5, 10), part.asByteArray());
        assertArrayEquals(
                Arrays.copyOfRange(whole, whole.length - 3, whole.length),
                given().header("Range", "bytes=-3").get(address).asByteArray());
        given().header("Range", "bytes=" + whole.length + "-")
                .get(address)
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + whole.length);
        given().header("Range", "bytes=0-1")
                .header("If-Range", "\"other\"")
                .get(address)
                .then()
                .statusCode(200);
        String itself = address.replace("/data", "");
        given().delete(itself).then().statusCode(204);
        given().get(itself).then().statusCode(404);
        given().get(address).then().statusCode(404).body("detail", containsString("Ask the question again"));
    }

    @Test
    void saysWhatWouldBeSmallerWhereNothingCanBeDone() {
        LiveService.request("drilldown=location.country,sdg.goal,year&subtotals=cube")
                .then()
                .statusCode(400)
                .body("type", containsString("too-many-cells"))
                .body("limit", equalTo(6))
                .body("estimate.cells", notNullValue())
                .body("split", hasItems("year:2024"));
    }

    @Test
    void failsLaterWithTheProblemThatItWouldHaveHadAtOnce() {
        Response accepted = given().header("Prefer", "respond-async")
                .get(LiveService.EXPENSE + "?drilldown=location.country,sdg.goal,year&subtotals=cube");
        String itself = accepted.then().statusCode(202).extract().header("Location");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().get(itself).jsonPath().getString("state").equals("failed"));
        given().get(itself).then().body("problem.type", equalTo("too-many-cells"));
        given().get(itself + "/data")
                .then()
                .statusCode(409)
                .body("type", containsString("answer-not-ready"))
                .body("failure.type", equalTo("too-many-cells"));
    }

    @Test
    void saysItsLimits() {
        given().get("/api/v1/limits")
                .then()
                .statusCode(200)
                .body("questions.cellsAtOnce", equalTo(100_000))
                .body("questions.cellsInMemory", equalTo(6))
                .body("streams.formats", equalTo(List.of("json", "csv", "ndjson", "xlsx", "arrow")))
                .body("preparations.keptFor", equalTo("PT1H"));
    }

    /** Where it can be fetched, once it can be. */
    private static String awaited(Response accepted) {
        String itself = accepted.header("Location");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().get(itself).jsonPath().getString("state").equals("succeeded"));
        given().get(itself).then().body("expiresAt", notNullValue());
        return given().get(itself).jsonPath().getString("dataHref");
    }
}
