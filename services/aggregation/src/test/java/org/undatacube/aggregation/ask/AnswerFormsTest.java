package org.undatacube.aggregation.ask;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;

/** The forms in which an answer comes. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class AnswerFormsTest {
    private static final String REVENUE = "/api/v1/cubes/revenue/aggregate";

    Upstream upstream;

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitSample(upstream);
    }

    @Test
    void saysTheQuestionInItsCanonicalForm() {
        LiveService.ask("drilldown=year, sdg.goal&cut=year:2024;2023|entity:wfp;UNRISD;WFP&order=-amount&limit=5")
                .body("question.drilldown", equalTo("year,sdg.goal"))
                .body("question.cut", equalTo("entity:UN-UNRISD;WFP|year:2023..2024"))
                .body("question.measures", equalTo("amount"))
                .body("question.order", equalTo("-amount,year,sdg.goal"))
                .body("question.limit", equalTo(5))
                .body("question.offset", equalTo(0));
    }

    @Test
    void writesCsvThatNoSpreadsheetRuns() {
        String csv = given().accept("text/csv")
                .get(REVENUE + "?drilldown=contributor.contributor,year&measures=amount,lines&order=-amount")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=utf-8;header=present")
                .header("Datacube-Edition", "2")
                .header(
                        "Datacube-Coverage",
                        "entities-reporting=1, entities-covered=1, amount-reported=\"10.10\","
                                + " amount-covered=\"10.10\"")
                .header("Vary", "Accept, Accept-Encoding, Accept-Language, Prefer")
                .extract()
                .asString();

        assertEquals("""
                contributor.contributor,contributor.contributor.label,year,amount,lines\r
                SWE,Sweden,2024,9.10,1\r
                EVIL,"'=HYPERLINK(""x"")",2024,1.00,1\r
                """, csv);
        assertEquals(
                csv,
                given().get(
                                REVENUE
                                        + "?drilldown=contributor.contributor,year&measures=amount,lines&order=-amount&format=csv")
                        .asString());
    }

    @Test
    void writesTheDashForNoGroupAsItIs() {
        String csv = LiveService.request("edition=1&drilldown=sdg.five-ps&format=csv")
                .asString();

        assertEquals("""
                sdg.five-ps,sdg.five-ps.label,amount\r
                PEOPLE,People,215.25\r
                -,In no group,20.250000001\r
                """, csv);
    }

    @Test
    void tagsAnswersAndSaysWhenTheyStillStand() {
        String tag = LiveService.ask("drilldown=sdg.goal")
                .header("Cache-Control", containsString("no-cache"))
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag)
                .get(LiveService.EXPENSE + "?order=sdg.goal&drilldown=sdg.goal&measures=amount")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .header("Vary", equalTo("Accept, Accept-Encoding, Accept-Language, Prefer"));
        given().header("If-None-Match", "\"other\"")
                .get(LiveService.EXPENSE + "?drilldown=sdg.goal")
                .then()
                .statusCode(200);
        for (String other :
                List.of("drilldown=sdg.target", "drilldown=sdg.goal&edition=1", "drilldown=sdg.goal&format=csv")) {
            assertNotEquals(tag, LiveService.ask(other).extract().header("ETag"), other);
        }
        LiveService.ask("edition=1")
                .header("Cache-Control", containsString("max-age=3600"))
                .header("ETag", notNullValue());
    }
}
