package org.undatacube.aggregation.ask;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;

/** Questions that cannot be asked, and what is said of them. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class RefusedQuestionsTest {
    Upstream upstream;

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitSample(upstream);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            nullValues = "-",
            value = {
                "drilldown=sdg.gaol drilldown sdg.gaol 1 sdg.goal",
                "drilldown=year,sdg drilldown sdg 6 -",
                "drilldown=year,loction.country drilldown loction.country 6 location.country",
                "drilldown=sdg.goal,sdg.goal drilldown sdg.goal 10 -",
                "drilldown=year,,sdg.goal drilldown '' 6 -",
                "cut=sdg cut sdg 1 -",
                "cut=sgd:5 cut sgd 1 sdg",
                "cut=sdg:gaol:5 cut gaol 5 goal",
                "cut=entity:UNDP|sdg:5;5.9 cut 5.9 19 5.1",
                "cut=sdg:target:5 cut 5 12 -",
                "cut=location:gruops:LDC cut gruops 10 groups",
                "cut=location:groups:LCD cut LCD 17 LDC",
                "cut=location:groups:LDC;ML cut ML 21 -",
                "drilldown=sdg.five-p drilldown sdg.five-p 1 sdg.five-ps",
                "cut=entity:UNPD cut UNPD 8 UNDP",
                "cut=year:2024..2023 cut 2024..2023 6 -",
                "cut=year:twenty cut twenty 6 -",
                "cut=year:0001 cut 0001 6 -",
                "measures=amonut measures amonut 1 amount",
                "measures=lines,lines measures lines 7 -",
                "order=-amonut order amonut 2 amount",
                "order=lines order lines 1 -",
                "limit=0 limit 0 - -",
                "limit=100001 limit 100001 - -",
                "limit=x limit x - -",
                "offset=-1 offset -1 - -",
                "edition=3 edition 3 - -",
                "edition=-1 edition -1 - -",
                "edition=1&asOf=2025-01-01 asOf 2025-01-01 - -",
                "asOf=yesterday asOf yesterday - -",
                "gaps=maybe gaps maybe - -",
                "format=xslx format xslx - -",
                "drildown=year drildown year - drilldown",
            })
    void refusesABadParameterAndNamesWhatIsRight(
            String query, String parameter, String value, Integer place, String nearest) {
        ValidatableResponse problem = LiveService.request(query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/aggregation/invalid-parameter"))
                .body("parameter", equalTo(parameter))
                .body("value.toString()", equalTo(value))
                .body("place", equalTo(place))
                .body("expected", notNullValue());
        if (nearest != null) {
            problem.body("nearest[0]", equalTo(nearest)).body("detail", containsString("Did you mean " + nearest));
        }
    }

    @Test
    void refusesAParameterThatIsGivenTwice() {
        given().get(LiveService.EXPENSE + "?limit=1&limit=2")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("limit"))
                .body("detail", equalTo("limit is given 2 times."));
    }

    @Test
    void refusesTextThatWouldChangeTheQuery() {
        given().queryParam("drilldown", "sdg.goal\"; drop table live; --")
                .get(LiveService.EXPENSE)
                .then()
                .statusCode(400);
        given().queryParam("cut", "sdg:' or 1=1 --")
                .get(LiveService.EXPENSE)
                .then()
                .statusCode(400);
        LiveService.ask("").body("total.amount", equalTo("507.00"));
    }

    @Test
    void readsSeparatorsAsTheyAreAndPercentEncoded() throws IOException {
        HttpURLConnection asTheyAre = send("cut=entity:UNDP;WFP|year:2023");
        String encoded =
                LiveService.request("cut=entity%3AUNDP%3BWFP%7Cyear%3A2023").asString();

        assertEquals(200, asTheyAre.getResponseCode());
        assertEquals(encoded, new String(asTheyAre.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals("390.00", JsonPath.from(encoded).getString("total.amount"));
    }

    @Test
    void refusesAQueryThatCannotBeDecoded() throws IOException {
        HttpURLConnection broken = send("cut=%zz");

        assertEquals(400, broken.getResponseCode());
        String problem = new String(broken.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("/problems/aggregation/bad-request", JsonPath.from(problem).getString("type"));
    }

    @Test
    void knowsNoOtherCubeAndNoOtherForm() {
        given().get("/api/v1/cubes/expenses/aggregate")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/aggregation/not-found"))
                .body("nearest", contains("expense"));
        given().accept("image/png")
                .get(LiveService.EXPENSE)
                .then()
                .statusCode(406)
                .body("type", equalTo("/problems/aggregation/not-acceptable"));
    }

    /** Sends a query character for character. */
    private static HttpURLConnection send(String query) throws IOException {
        String address = RestAssured.baseURI + ":" + RestAssured.port + LiveService.EXPENSE + "?" + query;
        return (HttpURLConnection) new URL(address).openConnection();
    }
}
