package org.undatacube.aggregation.ask;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.aggregation.published.UpstreamResource;

@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class AggregateResourceTest {
    private static final String REVENUE = "/api/v1/cubes/revenue/aggregate";

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitTotal("507.00");
    }

    @Test
    void givesTheGrandTotalWithoutADrilldown() {
        ask("").body("cube", equalTo("expense"))
                .body("edition", equalTo(2))
                .body("publishedAt", equalTo("2025-01-02T00:00:00.123456Z"))
                .body("cells", hasSize(1))
                .body("cells[0]", equalTo(Map.of("amount", "507.00")))
                .body("cellCount", equalTo(1))
                .body("total", equalTo(Map.of("amount", "507.00")))
                .body("coverage.amountReported", equalTo("507.00"))
                .body("coverage.amountCovered", equalTo("507.00"))
                .body("coverage.amountUnattributed", equalTo("0.00"))
                .body("coverage", not(hasKey("gaps")))
                .body("notes", empty());
    }

    @Test
    void addsUpTheGoalsWithWhatTheyCover() {
        ask("drilldown=sdg.goal&measures=amount,lines,entities&gaps=true")
                .body("cells.'sdg.goal'.code", contains("1", "5"))
                .body("cells.'sdg.goal'.label", contains("No poverty", "Gender equality"))
                .body("cells.amount", contains("5.00", "222.00"))
                .body("cells.lines", contains(1, 3))
                .body("cells.entities", contains(1, 2))
                .body("total.amount", equalTo("227.00"))
                .body("total.lines", equalTo(4))
                .body("total.entities", equalTo(2))
                .body("coverage.entitiesReporting", equalTo(3))
                .body("coverage.entitiesCovered", equalTo(2))
                .body("coverage.entityYearsReporting", equalTo(4))
                .body("coverage.entityYearsCovered", equalTo(3))
                .body("coverage.amountReported", equalTo("507.00"))
                .body("coverage.amountCovered", equalTo("227.00"))
                .body("coverage.amountUnattributed", equalTo("280.00"))
                .body("coverage.gaps", hasSize(1))
                .body("coverage.gaps[0].entity", equalTo("WFP"))
                .body("coverage.gaps[0].year", equalTo(2023))
                .body("coverage.gaps[0].amountReported", equalTo("280.00"))
                .body(
                        "coverage.gaps[0].reason",
                        equalTo("no published breakdown of WFP 2023 gives sdg (published: function)"));
    }

    @Test
    void neverCountsTwoBreakdownsOfOneTotal() {
        ask("edition=1&cut=entity:UNDP").body("total.amount", equalTo("160.500000001"));
        ask("edition=1&cut=entity:UNDP&drilldown=function.function")
                .body("cells.amount", contains("150.50", "10.000000001"))
                .body("total.amount", equalTo("160.500000001"));
        ask("edition=1&cut=entity:UNDP&drilldown=sdg.target")
                .body("cells.'sdg.target'.code", contains("X00", "5.1", "5.2"))
                .body("total.amount", equalTo("160.500000001"));
    }

    @Test
    void showsALineCodedAboveTheLevelUnderItsOwnCode() {
        ask("edition=1&drilldown=location.country&cut=location:region:2")
                .body("cells.'location.country'.code", contains("2", "ML", "EG"))
                .body("cells.'location.country'.label", contains("Africa", "Mali", "Egypt"))
                .body("cells.amount", contains("10.000000001", "105.00", "50.50"))
                .body("total.amount", equalTo("165.500000001"));
        ask("edition=1&drilldown=location.subregion&cut=location:2")
                .body("cells.'location.subregion'.code", contains("2", "15", "202"));
    }

    @Test
    void joinsDimensionsWhereABreakdownGivesThemTogether() {
        ask("drilldown=location.country,sdg.goal,year&cut=function:E01")
                .body("cells", hasSize(1))
                .body("cells[0].'location.country'.code", equalTo("ML"))
                .body("cells[0].'sdg.goal'.code", equalTo("5"))
                .body("cells[0].year", equalTo(2024))
                .body("cells[0].amount", equalTo("42.00"))
                .body("coverage.amountCovered", equalTo("42.00"))
                .body("coverage.amountReported", equalTo("507.00"));
    }

    @Test
    void cutsByEverythingThatALineIsBelowOf() {
        ask("cut=entity:UNDP;WFP").body("total.amount", equalTo("432.00"));
        ask("cut=entity:type:FUND-PROGRAMME").body("total.amount", equalTo("432.00"));
        ask("cut=entity:UN-UNRISD")
                .body("total.amount", equalTo("5.00"))
                .body("coverage.amountReported", equalTo("75.00"));
        ask("cut=year:2024").body("total.amount", equalTo("42.00"));
        ask("cut=year:2020..2023|entity:undp").body("total.amount", equalTo("110.00"));
        ask("cut=location:MLI").body("total.amount", equalTo("157.00"));
        ask("cut=sdg:goal:5|location:ML").body("total.amount", equalTo("42.00"));
        ask("cut=entity:UNDP|entity:WFP").body("cells", empty()).body("total.amount", equalTo("0.00"));
    }

    @Test
    void cutsByTheGroupsThatALinesCodeIsInInItsYear() {
        ask("cut=location:groups:SAHEL").body("total.amount", equalTo("42.00"));
        ask("cut=location:groups:LDC;SAHEL").body("total.amount", equalTo("227.00"));
        ask("edition=1&cut=location:groups:NORTH").body("total.amount", equalTo("50.50"));
        ask("edition=1&cut=location:groups:-").body("total.amount", equalTo("10.000000001"));
        ask("edition=1&cut=location:groups:-;NORTH").body("total.amount", equalTo("60.500000001"));
        ask("cut=sdg:five-ps:PEOPLE|location:groups:LDC|year:2023").body("total.amount", equalTo("75.00"));
        ask("cut=entity:board:MEMBERS|year:2023")
                .body("total.amount", equalTo("5.00"))
                .body("coverage.amountReported", equalTo("75.00"));
        ask("cut=entity:board:MEMBERS|year:2024")
                .body("total.amount", equalTo("42.00"))
                .body("coverage.amountReported", equalTo("42.00"));
        ask("cut=location:groups:sahel;ldc").body("question.cut", equalTo("location:groups:LDC;SAHEL"));
    }

    @Test
    void addsUpByGroupsThatDoNotOverlapWithWhatIsInNone() {
        ask("edition=1&drilldown=sdg.five-ps&measures=amount,lines&cut=entity:UNDP;UN")
                .body("cells.'sdg.five-ps'.code", contains("PEOPLE", "-"))
                .body("cells.'sdg.five-ps'.label", contains("People", "In no group"))
                .body("cells.amount", contains("215.25", "20.250000001"))
                .body("cells.lines", contains(4, 1))
                .body("total.amount", equalTo("235.500000001"))
                .body("total.lines", equalTo(5))
                .body("notes", empty());
        ask("edition=1&drilldown=sdg.five-ps,year&order=-sdg.five-ps")
                .body("cells.'sdg.five-ps'.code", contains("PEOPLE", "-"));
    }

    @Test
    void saysWhereTheCellsOfGroupsOverlapAndKeepsTheTotalRight() {
        ask("drilldown=location.groups,year&measures=amount,lines,entities")
                .body("cells.'location.groups'.code", contains("LDC", "LDC", "SAHEL"))
                .body("cells.year", contains(2023, 2024, 2024))
                .body("cells.amount", contains("185.00", "42.00", "42.00"))
                .body("cells.lines", contains(3, 1, 1))
                .body("cells.entities", contains(2, 1, 1))
                .body("total.amount", equalTo("227.00"))
                .body("total.lines", equalTo(4))
                .body(
                        "notes",
                        contains("The groups of location.groups overlap: a line is in the cell of every group that it"
                                + " belongs to, so the cells do not add up to the total."));
    }

    @Test
    void saysTheQuestionInItsCanonicalForm() {
        ask("drilldown=year, sdg.goal&cut=year:2024;2023|entity:wfp;UNRISD;WFP&order=-amount&limit=5")
                .body("question.drilldown", equalTo("year,sdg.goal"))
                .body("question.cut", equalTo("entity:UN-UNRISD;WFP|year:2023..2024"))
                .body("question.measures", equalTo("amount"))
                .body("question.order", equalTo("-amount,year,sdg.goal"))
                .body("question.limit", equalTo(5))
                .body("question.offset", equalTo(0));
    }

    @Test
    void sortsAndPages() {
        ask("drilldown=entity.entity&order=-amount&limit=2")
                .body("cells.'entity.entity'.code", contains("WFP", "UNDP"))
                .body("cellCount", equalTo(3))
                .body("total.amount", equalTo("507.00"));
        ask("drilldown=entity.entity&order=-amount&limit=2&offset=2")
                .body("cells.'entity.entity'.code", contains("UN"))
                .body("cellCount", equalTo(3));
        ask("drilldown=entity.entity&offset=9")
                .body("cells", empty())
                .body("cellCount", equalTo(3))
                .body("total.amount", equalTo("507.00"));
        ask("drilldown=entity.entity&order=-entity.entity")
                .body("cells.'entity.entity'.code", contains("UN", "WFP", "UNDP"));
    }

    @Test
    void asksThePastAgain() {
        ask("edition=1").body("edition", equalTo(1)).body("total.amount", equalTo("515.500000001"));
        ask("asOf=2025-01-01").body("edition", equalTo(1)).body("total.amount", equalTo("515.500000001"));
        ask("asOf=2025-01-02T00:00:00.123456Z").body("edition", equalTo(2));
        ask("asOf=2025-01-02T00:00:00.123455Z").body("edition", equalTo(1));
        ask("asOf=2024-12-31")
                .body("edition", equalTo(0))
                .body("publishedAt", equalTo(null))
                .body("cells", empty())
                .body("notes", contains("Nothing is published for the entities and years of this question."));
    }

    @Test
    void namesTheObstacleWhereNoBreakdownCanAnswer() {
        ask("drilldown=gem.marker,sdg.goal")
                .body("cells", empty())
                .body("cellCount", equalTo(0))
                .body("total.amount", equalTo("0.00"))
                .body("coverage.entitiesCovered", equalTo(0))
                .body("coverage.amountUnattributed", equalTo("507.00"))
                .body(
                        "notes",
                        contains("No published breakdown of these entities and years gives sdg and gem together."));
        ask("cut=year:1999")
                .body("coverage.entitiesReporting", equalTo(0))
                .body("notes", contains("Nothing is published for the entities and years of this question."));
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
                .header("Vary", "Accept, Accept-Encoding")
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
        String csv = request("edition=1&drilldown=sdg.five-ps&format=csv").asString();

        assertEquals("""
                sdg.five-ps,sdg.five-ps.label,amount\r
                PEOPLE,People,215.25\r
                -,In no group,20.250000001\r
                """, csv);
    }

    @Test
    void tagsAnswersAndSaysWhenTheyStillStand() {
        String tag = ask("drilldown=sdg.goal")
                .header("Cache-Control", containsString("no-cache"))
                .extract()
                .header("ETag");
        given().header("If-None-Match", tag)
                .get(LiveService.EXPENSE + "?order=sdg.goal&drilldown=sdg.goal&measures=amount")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .header("Vary", equalTo("Accept, Accept-Encoding"));
        given().header("If-None-Match", "\"other\"")
                .get(LiveService.EXPENSE + "?drilldown=sdg.goal")
                .then()
                .statusCode(200);
        for (String other :
                List.of("drilldown=sdg.target", "drilldown=sdg.goal&edition=1", "drilldown=sdg.goal&format=csv")) {
            assertNotEquals(tag, ask(other).extract().header("ETag"), other);
        }
        ask("edition=1").header("Cache-Control", containsString("max-age=3600")).header("ETag", notNullValue());
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
        ValidatableResponse problem = request(query)
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
        ask("").body("total.amount", equalTo("507.00"));
    }

    @Test
    void readsSeparatorsAsTheyAreAndPercentEncoded() throws IOException {
        HttpURLConnection asTheyAre = send("cut=entity:UNDP;WFP|year:2023");
        String encoded = request("cut=entity%3AUNDP%3BWFP%7Cyear%3A2023").asString();

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

    private static ValidatableResponse ask(String query) {
        return request(query).then().statusCode(200);
    }

    private static Response request(String query) {
        String encoded = query.replace("|", "%7C").replace(" ", "%20");
        return given().urlEncodingEnabled(false).get(LiveService.EXPENSE + (query.isEmpty() ? "" : "?" + encoded));
    }

    /** Sends a query character for character. */
    private static HttpURLConnection send(String query) throws IOException {
        String address = RestAssured.baseURI + ":" + RestAssured.port + LiveService.EXPENSE + "?" + query;
        return (HttpURLConnection) new URL(address).openConnection();
    }
}
