package org.undatacube.aggregation.ask;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.undatacube.aggregation.published.Published.breakdown;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleHistory;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;
import org.undatacube.codelists.Flow;

/** What one edition changes, and what it leaves as it was. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class EditionsTest {
    private static final String DIFF = "/api/v1/cubes/expense/diff";
    private static final String MEMBERS = "/api/v1/cubes/expense/members/";
    private static final String UNDP = LiveService.EXPENSE + "?drilldown=sdg.goal&cut=entity:UNDP";

    Upstream upstream;

    private final Published history = SampleHistory.create();

    @BeforeEach
    void serveTheSample() {
        upstream.serve(history);
        LiveService.awaitSample(upstream);
    }

    @AfterEach
    void restoreTheSample() {
        upstream.serve(SampleHistory.create());
    }

    @Test
    void aRestatementOfOneEntityLeavesAnothersAnswerAndTagAsTheyAre() {
        Response before = given().get(UNDP);
        history.publish(history.publication(Flow.EXPENSE, "WFP", 2023, breakdown("function", "function=E02 281.00")));
        LiveService.awaitTotal("508.00");

        Response after = given().get(UNDP);

        assertEquals(before.header("ETag"), after.header("ETag"));
        assertEquals(before.asString(), after.asString());
        assertEquals("3", after.header("Datacube-Edition"));
        given().header("If-None-Match", before.header("ETag")).get(UNDP).then().statusCode(304);
    }

    @Test
    void aRestatementOfAnEntityChangesItsAnswersTag() {
        String tag = given().get(UNDP).header("ETag");
        history.publish(history.publication(Flow.EXPENSE, "UNDP", 2024, breakdown("sdg", "sdg=5.1 43.00")));
        LiveService.awaitTotal("508.00");

        given().header("If-None-Match", tag)
                .get(UNDP)
                .then()
                .statusCode(200)
                .body("edition", equalTo(3))
                .body("total.amount", equalTo("153.00"));
        assertNotEquals(tag, given().get(UNDP).header("ETag"));
    }

    @Test
    void anAnswerNamesTheEditionThatLastChangedItsFigures() {
        given().get(UNDP).then().body("edition", equalTo(2));
        given().get(LiveService.EXPENSE + "?cut=entity:WFP").then().body("edition", equalTo(1));
        given().get(LiveService.EXPENSE + "?cut=entity:WFP&edition=2").then().body("edition", equalTo(1));
        given().get(LiveService.EXPENSE + "?cut=entity:WFP&edition=0").then().body("edition", equalTo(0));
    }

    @Test
    void comparesTwoEditionsAndNamesTheSubmissionsThatMovedEachCell() {
        String restated =
                history.changes().get(1).publications().get(0).submission().toString();
        String added =
                history.changes().get(1).publications().get(1).submission().toString();
        String replaced =
                history.changes().get(0).publications().get(0).submission().toString();

        given().get(DIFF + "?from=1&to=2&drilldown=sdg.target")
                .then()
                .statusCode(200)
                .body("from.edition", equalTo(1))
                .body("to.edition", equalTo(2))
                .body("cells.'sdg.target'.code", contains("5.1", "5.2", "X00"))
                .body("cells.change", contains("52.00", "-40.25", "-20.250000001"))
                .body("cells.before.amount", contains("100.00", "40.25", "20.250000001"))
                .body("cells.after.lines", contains(2, 0, 0))
                .body("cells[0].submissions", contains(restated, added))
                .body("cells[1].submissions", contains(restated))
                .body("cellCount", equalTo(3))
                .body("total.before.amount", equalTo("235.500000001"))
                .body("total.after.amount", equalTo("227.00"))
                .body("submissions", hasSize(2))
                .body("submissions[0].entity", equalTo("UNDP"))
                .body("submissions[0].year", equalTo(2023))
                .body("submissions[0].replaces", equalTo(replaced))
                .body("submissions[0].submission", equalTo(restated))
                .body("submissions[1]", not(hasKey("replaces")));
    }

    @Test
    void comparesWithNothingAndPagesThroughTheChanges() {
        given().get(DIFF + "?from=0&drilldown=entity.entity&limit=1&offset=1")
                .then()
                .body("to.edition", equalTo(2))
                .body("cells.'entity.entity'.code", contains("UNDP"))
                .body("cells[0].after.amount", equalTo("152.00"))
                .body("cellCount", equalTo(3));
        given().get(DIFF + "?from=2&to=2").then().body("cells", hasSize(0)).body("submissions", hasSize(0));
    }

    @Test
    void refusesAComparisonWithoutItsBeginningOrWithWhatIsNotThereYet() {
        given().get(DIFF).then().statusCode(400).body("parameter", equalTo("from"));
        given().get(DIFF + "?from=9").then().statusCode(400).body("parameter", equalTo("from"));
        given().get(DIFF + "?from=1&to=9").then().statusCode(400).body("parameter", equalTo("to"));
        given().get(DIFF + "?from=1&measures=lines").then().statusCode(400).body("parameter", equalTo("measures"));
    }

    @Test
    void givesTheMembersThatOccurWithinACut() {
        given().get(MEMBERS + "sdg?cut=entity:UNDP|year:2023")
                .then()
                .body("members.code", contains("5.1"))
                .body("members.amount", contains("110.00"))
                .body("members.lines", contains(1))
                .body("coverage.entitiesReporting", equalTo(1));
        given().get(MEMBERS + "sdg?level=goal&cut=entity:UNDP|year:2023&edition=1")
                .then()
                .body("members.code", contains("5", "X00"))
                .body("members.amount", contains("140.25", "20.250000001"));
        given().get(MEMBERS + "year?cut=entity:UNDP").then().body("members.code", contains("2023", "2024"));
        given().get(MEMBERS + "sdg?cut=entity:UNDQ").then().statusCode(400).body("parameter", equalTo("cut"));
    }
}
