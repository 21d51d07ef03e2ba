package org.undatacube.aggregation.indicator;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.undatacube.aggregation.published.Published.breakdown;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.ask.LiveService;
import org.undatacube.aggregation.published.IndicatorLists;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleHistory;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;
import org.undatacube.codelists.Flow;

@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class IndicatorResourceTest {
    private static final String ADDRESS = "/api/v1/indicators";

    Upstream upstream;

    private final Published history = new Published();

    @BeforeEach
    void serveTheHistory() {
        IndicatorLists.serve(upstream);
        history.publish(
                history.publication(
                        Flow.REVENUE,
                        "UNDP",
                        2018,
                        breakdown(
                                "instrument",
                                "instrument=R02A 30.00",
                                "instrument=R03A 50.00",
                                "instrument=R03E 20.000000001")),
                history.publication(Flow.REVENUE, "WFP", 2018, breakdown("contributor", "contributor=SWE 70.00")),
                history.publication(Flow.REVENUE, "WFP", 2017, breakdown("instrument", "instrument=R02 5.00")),
                history.publication(
                        Flow.REVENUE,
                        "UN",
                        2019,
                        breakdown(
                                "instrument,contributor",
                                "instrument=R03A contributor=SWE 1.00",
                                "instrument=R03A contributor=SWE 2.00",
                                "instrument=R03A contributor=EVIL 1.00",
                                "instrument=R03A contributor=POOL 9.00",
                                "instrument=R01 contributor=NOR 3.00")),
                history.publication(
                        Flow.EXPENSE,
                        "UNDP",
                        2018,
                        breakdown("function", "function=E01 60.00", "function=E02 40.00"),
                        breakdown("sdg", "sdg=5.1 50.00", "sdg=X00 10.00")),
                history.publication(Flow.EXPENSE, "WFP", 2018, breakdown("function", "function=E02 100.00")));
        history.publish(history.publication(
                Flow.EXPENSE, "UN", 2019, breakdown("sdg", "sdg=1 8.00", "sdg=5 -8.00", "sdg=X00 0.50")));
        upstream.serve(history);
        LiveService.awaitHistory(history);
    }

    @AfterEach
    void restoreTheSample() {
        upstream.serve(SampleHistory.create());
        IndicatorLists.restore(upstream);
    }

    @Test
    void listsQuestionsThatTheCubesUnderstandWordForWord() {
        List<Map<String, Object>> all = given().get(ADDRESS)
                .then()
                .statusCode(200)
                .body("find { it.id == 'core-share' }.numerator.question.cut", equalTo("instrument:R02"))
                .body("find { it.id == 'core-share' }.proxy.why", startsWith("Revenue is not reported by function"))
                .body("find { it.id == 'oad-funding' }.obstacle", startsWith("Cannot be computed"))
                .body("find { it.id == 'oad-funding' }", not(hasKey("numerator")))
                .body("source", not(hasItem(nullValue())))
                .extract()
                .jsonPath()
                .getList("");
        for (Map<String, Object> indicator : all) {
            for (String part : List.of("numerator", "denominator")) {
                if (indicator.get(part) instanceof Map<?, ?> question) {
                    given().urlEncodingEnabled(false)
                            .get((String) question.get("href"))
                            .then()
                            .statusCode(200)
                            .body("question", equalTo(question.get("question")));
                }
            }
            given().get((String) indicator.get("href")).then().statusCode(200).body("id", equalTo(indicator.get("id")));
        }
        assertEquals(31, all.size());
    }

    @Test
    void dividesWhatIsKnownOfBothAndNamesTheRest() {
        figures("core-share?year=2018")
                .body("edition", equalTo(1))
                .body("publishedAt", equalTo("2025-01-01T00:00:00.123456Z"))
                .body("by", contains("year"))
                .body("values", hasSize(1))
                .body("values[0].year", equalTo(2018))
                .body("values[0].numerator", equalTo("30.00"))
                .body("values[0].denominator", equalTo("100.000000001"))
                .body("values[0].value", equalTo("0.3"))
                .body("values[0].coverage.entityYearsReporting", equalTo(2))
                .body("values[0].coverage.entityYearsCovered", equalTo(1))
                .body("values[0].coverage.amountReported", equalTo("170.000000001"))
                .body("values[0].coverage.amountCovered", equalTo("100.000000001"))
                .body("missing", hasSize(1))
                .body("missing[0].entity", equalTo("WFP"))
                .body("missing[0].parts", contains("numerator", "denominator"))
                .body("missing[0].effect", equalTo("left out"))
                .body("missing[0].amountReported", equalTo("70.00"))
                .body(
                        "missing[0].reason",
                        equalTo("no published breakdown of WFP 2018 gives instrument (published: contributor)"))
                .body("notes", empty())
                .body("numerator.question.cut", equalTo("instrument:R02|year:2018"));
    }

    @Test
    void leavesAnEntityOutOfBothWhereOnlyTheDenominatorIsKnown() {
        figures("sdg-share?year=2018")
                .body("values[0].numerator", equalTo("50.00"))
                .body("values[0].denominator", equalTo("100.00"))
                .body("values[0].value", equalTo("0.5"))
                .body("values[0].coverage.entityYearsCovered", equalTo(1))
                .body("values[0].coverage.amountReported", equalTo("200.00"))
                .body("missing[0].parts", contains("numerator"))
                .body("missing[0].effect", equalTo("left out"));
        figures("sdg-share?year=2018&by=entity")
                .body("values.entity.code", contains("UNDP", "WFP"))
                .body("values.value", contains("0.5", null))
                .body("values.denominator", contains("100.00", null));
    }

    @Test
    void countsItAsZeroWhereTheIndicatorSaysSo() {
        figures("sdg-share-of-reported?year=2018")
                .body("values[0].value", equalTo("0.25"))
                .body("values[0].coverage.entityYearsCovered", equalTo(2))
                .body("missing[0].entity", equalTo("WFP"))
                .body("missing[0].effect", equalTo("counted as zero"));
        figures("entities-by-sdg?by=year,entity")
                .body("values.year", contains(2018, 2018, 2019))
                .body("values.entity.code", contains("UNDP", "WFP", "UN"))
                .body("values.numerator", contains(1, 0, 1))
                .body("values.denominator", contains(1, 1, 1))
                .body("values.value", contains("1", "0", "1"));
    }

    @Test
    void hasNoRatioOfNothing() {
        figures("pooled-share?by=year,entity&entity=UN;WFP")
                .body("values.year", contains(2018, 2019))
                .body("values.numerator", contains(null, "13.00"))
                .body("values.value", contains(null, "1"));
        figures("sdg-share?year=2019")
                .body("values[0].numerator", equalTo("0.00"))
                .body("values[0].value", equalTo("0"));
        figures("humanitarian-share-of-oad?year=2019")
                .body("values[0].value", nullValue())
                .body("numerator.obstacle.dimensions", contains("function"))
                .body("numerator.obstacle.answerable", hasSize(1))
                .body("notes", contains("No published breakdown of these entities and years gives function."));
    }

    @Test
    void countsContributorsOnceAndNoneFromWithinTheSystem() {
        figures("pooled-fund-contributors?year=2019")
                .body("values[0].numerator", equalTo(2))
                .body("values[0].denominator", nullValue())
                .body("values[0].value", equalTo(2));
        figures("pooled-fund-governments")
                .body("values.year", contains(2018, 2019))
                .body("values.value", contains(null, 1));
    }

    @Test
    void roundsDollarsAndNotWhatIsDivided() {
        figures("core-share?year=2018&decimals=0")
                .body("values[0].denominator", equalTo("100"))
                .body("values[0].value", equalTo("0.3"));
    }

    @Test
    void saysWhatItCannotCompute() {
        figures("oad-funding")
                .body("values", empty())
                .body("obstacle", containsString("no function for revenue"))
                .body("$", not(hasKey("numerator")));
    }

    @Test
    void asksThePastByTheListsOfThen() {
        figures("sdg-share?edition=1&year=2019").header("Datacube-Edition", "1").body("values", empty());
        figures("core-share?edition=1&year=2017").body("values[0].value", equalTo("1"));
        figures("core-share?edition=1")
                .body(
                        "numerator.href",
                        equalTo("/api/v1/cubes/revenue/aggregate?drilldown=year&cut=instrument:R02&measures=amount"
                                + "&order=year&edition=1"));
        // the lists of the first edition's day had no pooled funds yet
        figures("pooled-share?edition=1")
                .body("values.value", contains(null, null))
                .body("values.coverage.entityYearsCovered", contains(0, 0))
                .body("$", not(hasKey("numerator")))
                .body("notes[0]", containsString("The list of instruments has no code \"R03A\"."));
    }

    @Test
    void tagsFiguresByWhatTheyAreAbout() {
        String target = ADDRESS + "/core-share?entity=UNDP";
        String tag = given().get(target).header("ETag");
        given().header("If-None-Match", tag).get(target).then().statusCode(304).header("ETag", equalTo(tag));
        assertNotEquals(tag, given().get(target + "&format=csv").header("ETag"));
        assertNotEquals(tag, given().get(target + "&edition=1").header("ETag"));

        history.publish(
                history.publication(Flow.REVENUE, "WFP", 2018, breakdown("instrument", "instrument=R02A 1.00")),
                history.publication(Flow.EXPENSE, "WFP", 2018, breakdown("function", "function=E02 101.00")));
        LiveService.awaitHistory(history);
        given().header("If-None-Match", tag).get(target).then().statusCode(304).header("Datacube-Edition", "3");

        history.publish(
                history.publication(Flow.REVENUE, "UNDP", 2018, breakdown("instrument", "instrument=R02A 1.00")),
                history.publication(Flow.EXPENSE, "WFP", 2018, breakdown("function", "function=E02 102.00")));
        LiveService.awaitHistory(history);
        given().header("If-None-Match", tag)
                .get(target)
                .then()
                .statusCode(200)
                .body("edition", equalTo(4))
                .body("values[0].value", equalTo("1"));

        String list = given().get(ADDRESS).header("ETag");
        given().header("If-None-Match", list).get(ADDRESS).then().statusCode(304);
    }

    @Test
    void writesCsv() {
        String csv = given().accept("text/csv")
                .get(ADDRESS + "/core-share?by=entity,year&year=2018")
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=utf-8;header=present")
                .extract()
                .asString();

        assertEquals("""
                year,entity,entity.label,numerator,denominator,value,entityYearsReporting,entityYearsCovered,amountReported,amountCovered\r
                2018,UNDP,UN Development Programme,30.00,100.000000001,0.3,1,1,100.000000001,100.000000001\r
                2018,WFP,World Food Programme,,,,1,0,70.00,0.00\r
                """, csv);
        assertEquals(
                csv,
                given().get(ADDRESS + "/core-share?by=entity,year&year=2018&format=csv")
                        .asString());
    }

    @Test
    void refusesWhatIsWrongAndSaysWhere() {
        given().get(ADDRESS + "/core-shar").then().statusCode(404).body("nearest", contains("core-share"));
        refused("entity=UNDP;WFB")
                .body("parameter", equalTo("entity"))
                .body("place", equalTo(6))
                .body("nearest", contains("WFP"));
        refused("year=2018..20x").body("parameter", equalTo("year")).body("place", equalTo(7));
        refused("by=year,entety").body("parameter", equalTo("by")).body("nearest", contains("entity"));
        refused("by=year,year").body("parameter", equalTo("by")).body("place", equalTo(6));
        refused("edition=99").body("parameter", equalTo("edition"));
        refused("structure=tody").body("parameter", equalTo("structure")).body("nearest", contains("today"));
        refused("decimals=10").body("parameter", equalTo("decimals"));
        refused("format=cvs").body("parameter", equalTo("format")).body("nearest", contains("csv"));
        refused("yaer=2018").body("parameter", equalTo("yaer")).body("nearest", contains("year"));
        refused("cut=entity:UNDP").body("parameter", equalTo("cut"));
        given().get(ADDRESS + "?year=2018").then().statusCode(400).body("parameter", equalTo("year"));
    }

    private static ValidatableResponse figures(String query) {
        return given().get(ADDRESS + "/" + query).then().statusCode(200);
    }

    private static ValidatableResponse refused(String query) {
        return given().urlEncodingEnabled(false)
                .get(ADDRESS + "/core-share?" + query)
                .then()
                .statusCode(400);
    }
}
