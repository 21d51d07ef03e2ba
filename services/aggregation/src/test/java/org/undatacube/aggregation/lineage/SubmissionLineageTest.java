package org.undatacube.aggregation.lineage;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.aggregation.ask.LiveService;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;

/** From the sample's submissions to the figures that they feed. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class SubmissionLineageTest {
    static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final String LINEAGE = "/api/v1/cubes/expense/lineage/";

    Upstream upstream;

    private UUID restated;
    private UUID restatement;
    private UUID ofTheUn;

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitSample(upstream);
        restated = submission(1, 0);
        ofTheUn = submission(1, 2);
        restatement = submission(2, 0);
    }

    @Test
    void givesTheCellsThatASubmissionFeeds() {
        ask(ofTheUn, "drilldown=sdg.goal,year")
                .body("submission.submission", equalTo(ofTheUn.toString()))
                .body("submission.entity", equalTo("UN"))
                .body("submission.year", equalTo(2023))
                .body("submission.contentHash", equalTo(Published.hash(ofTheUn)))
                .body("submission.href", equalTo("/api/v1/submissions/" + ofTheUn))
                .body("submission.status", equalTo("stands"))
                .body("submission.publishedIn", equalTo(1))
                .body("submission.standsUntil", nullValue())
                .body("cells", hasSize(2))
                .body("cells.'sdg.goal'.code", contains("1", "5"))
                .body("cells.year", contains(2023, 2023))
                .body("cells.submission.amount", contains("5.00", "70.00"))
                .body("cells.submission.lines", contains(1, 1))
                .body("cells.cell.amount", contains("5.00", "180.00"))
                .body("cells.cell.lines", contains(1, 2))
                .body("cellCount", equalTo(2))
                .body("total.amount", equalTo("75.00"))
                .body("total.lines", equalTo(2))
                .body("notes", empty());
    }

    @Test
    void saysSinceWhenASubmissionDoesNotStandAnyMoreAndWhatTookItsPlace() {
        ask(restated, "drilldown=sdg.goal")
                .body("submission.status", equalTo("superseded"))
                .body("submission.publishedIn", equalTo(1))
                .body("submission.standsUntil", equalTo(2))
                .body("submission.supersededBy", equalTo(restatement.toString()))
                .body("cells", empty())
                .body("total.amount", equalTo("0.00"))
                .body("notes", contains("The submission does not stand in edition 2."));
        ask(restated, "drilldown=sdg.goal&edition=1")
                .body("submission.status", equalTo("stands"))
                .body("submission.standsUntil", equalTo(2))
                .body("cells.'sdg.goal'.code", contains("5", "X00"))
                .body("cells.submission.amount", contains("140.25", "20.250000001"))
                .body("cells.cell.amount", contains("210.25", "20.250000001"));
        ask(restatement, "drilldown=sdg.goal&edition=1").body("submission.status", equalTo("later"));
    }

    @Test
    void saysWhyAQuestionIsNotAnsweredFromASubmissionThatStands() {
        ask(ofTheUn, "drilldown=function.function")
                .body("cells", empty())
                .body(
                        "notes",
                        contains("The submission stands, but the question is not answered from it: no breakdown of its"
                                + " entity and year gives all dimensions together that are asked."));
        ask(ofTheUn, "cut=year:2024").body("notes[0]", equalTo("The submission stands, but the question is not answered"
                + " from it: the cuts leave its entity or year out."));
        ask(ofTheUn, "where=amount:gt:1000")
                .body("notes", contains("No line of the submission is within the question's conditions."));
    }

    @Test
    void givesAsManyCellsAsAreAskedForAndLeadsToTheNext() {
        String next = ask(ofTheUn, "drilldown=sdg.goal&limit=1")
                .body("cells.'sdg.goal'.code", contains("1"))
                .body("cellCount", equalTo(2))
                .extract()
                .path("next");

        given().urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .header("Link", nullValue())
                .body("cells.'sdg.goal'.code", contains("5"))
                .body("cells[0].cell.amount", equalTo("222.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {NOBODY, "no-identifier"})
    void knowsNoSubmissionThatWasNeverPublished(String submission) {
        given().get(LINEAGE + submission)
                .then()
                .statusCode(404)
                .body("detail", equalTo("No submission " + submission + " of expense was ever published."));
    }

    @Test
    void knowsNoSubmissionOfTheOtherCube() {
        given().get("/api/v1/cubes/revenue/lineage/" + ofTheUn).then().statusCode(404);
        given().get(LINEAGE + ofTheUn + "?cell=5").then().statusCode(400).body("parameter", equalTo("cell"));
    }

    private UUID submission(int edition, int publication) {
        return upstream.published()
                .changes()
                .get(edition - 1)
                .publications()
                .get(publication)
                .submission();
    }

    private static ValidatableResponse ask(UUID submission, String query) {
        return given().urlEncodingEnabled(false)
                .get(LINEAGE + submission + "?" + query)
                .then()
                .statusCode(200);
    }
}
