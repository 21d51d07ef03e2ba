package org.undatacube.aggregation.lineage;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.aggregation.ask.LiveService;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;

/** From the sample's figures to their lines and submissions. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class LineageTest {
    private static final String LINEAGE = "/api/v1/cubes/expense/lineage";
    private static final String GOAL_OF_A_YEAR = "drilldown=sdg.goal,year&cell=5,2023";

    Upstream upstream;

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitSample(upstream);
    }

    @Test
    void tracesACellToItsSubmissionsAndLines() {
        UUID ofTheUn = submission(1, 2);
        UUID ofUndp = submission(2, 0);

        ask(GOAL_OF_A_YEAR)
                .body("cube", equalTo("expense"))
                .body("edition", equalTo(2))
                .body("question.drilldown", equalTo("sdg.goal,year"))
                .body("cell.'sdg.goal'", equalTo(Map.of("code", "5", "label", "Gender equality")))
                .body("cell.year", equalTo(2023))
                .body("cell.amount", equalTo("180.00"))
                .body("cell.lines", equalTo(2))
                .body("submissions.submission", contains(ofTheUn.toString(), ofUndp.toString()))
                .body("submissions.entity", contains("UN", "UNDP"))
                .body("submissions.year", contains(2023, 2023))
                .body("submissions.amount", contains("70.00", "110.00"))
                .body("submissions.lines", contains(1, 1))
                .body("submissions[0].dimensions", contains("location", "sdg"))
                .body("submissions.contentHash", contains(Published.hash(ofTheUn), Published.hash(ofUndp)))
                .body("submissions.href", contains("/api/v1/submissions/" + ofTheUn, "/api/v1/submissions/" + ofUndp))
                .body("lines.submission", contains(ofTheUn.toString(), ofUndp.toString()))
                .body("lines.line", contains(1, 1))
                .body("lines[0].codes", equalTo(Map.of("entity", "UN", "location", "AF", "sdg", "5")))
                .body("lines[1].codes", equalTo(Map.of("entity", "UNDP", "sdg", "5.1")))
                .body("lines.amount", contains("70.00", "110.00"))
                .body("next", nullValue())
                .body("notes", empty())
                .header("Link", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "- 507.00",
                "edition=1 515.500000001",
                "cut=entity:UNDP;WFP 432.00",
                "where=amount:lt:0 -20.00",
                "drilldown=year&cell=2024 42.00",
                "drilldown=sdg.goal,year&cell=*,* 227.00",
                "drilldown=sdg.goal,year&cell=5,* 222.00",
                "drilldown=sdg.goal,year&cell=%5B%225%22,2023%5D 180.00",
                "drilldown=sdg.goal,year&cell=%5C5,2023 180.00",
                "drilldown=location.groups&cell=LDC 227.00",
                "drilldown=location.groups&cell=sahel 42.00",
                "edition=1&drilldown=location.groups&cell=- 10.000000001",
                "edition=1&drilldown=location.country&cell=2 10.000000001",
                "drilldown=location.country&structure=2024&cell=MLI 157.00",
                "drilldown=entity.entity&cell=UN 75.00",
                "drilldown=entity.subentity&cell=UN-UNRISD 5.00",
                "drilldown=entity.entity&measures=distinct.sdg.goal&cell=UN 75.00",
            })
    void findsTheLinesOfTheVeryCell(String query, String amount) {
        JsonPath lineage =
                ask(query.equals("-") ? "" : query).extract().jsonPath();

        assertEquals(amount, lineage.getString("cell.amount"));
        assertEquals(lineage.getInt("cell.lines"), lineage.getList("lines").size());
    }

    @Test
    void givesAsManyLinesAsAreAskedForAndLeadsToTheNext() {
        Response first = given().get(LINEAGE + "?" + GOAL_OF_A_YEAR + "&limit=1");
        String next = first.jsonPath().getString("next");

        first.then()
                .body("cell.lines", equalTo(2))
                .body("lines.amount", contains("70.00"))
                .header("Link", equalTo("<" + next + ">; rel=\"next\""));
        given().urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("cell.amount", equalTo("180.00"))
                .body("submissions", hasSize(2))
                .body("lines.amount", contains("110.00"))
                .body("next", nullValue());
        ask(GOAL_OF_A_YEAR + "&offset=2").body("lines", empty()).body("cell.lines", equalTo(2));
    }

    @Test
    void givesTheLinesAsCsv() {
        String csv = "submission,breakdown,line,entity,function,location,instrument,sdg,contributor,gem,amount\r\n"
                + submission(1, 2) + ",4,1,UN,,AF,,5,,,70.00\r\n"
                + submission(2, 0) + ",6,1,UNDP,,,,5.1,,,110.00\r\n";

        assertEquals(csv, ask(GOAL_OF_A_YEAR + "&format=csv").extract().asString());
        given().accept("text/csv")
                .get(LINEAGE + "?" + GOAL_OF_A_YEAR)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/csv"))
                .header("Content-Disposition", equalTo("attachment; filename=\"expense-lineage.csv\""))
                .body(equalTo(csv));
        given().accept("text/csv")
                .get(LINEAGE + "?" + GOAL_OF_A_YEAR + "&format=json")
                .then()
                .body("cell.lines", equalTo(2));
    }

    @Test
    void namesMembersInTheLanguageThatIsAskedFor() {
        ask("drilldown=location.country&cell=AF&lang=es")
                .body("cell.'location.country'.label", equalTo("Afganistán"));
        given().header("Accept-Language", "es")
                .get(LINEAGE + "?drilldown=location.country&cell=AF")
                .then()
                .body("cell.'location.country'.label", equalTo("Afganistán"));
    }

    @Test
    void saysThatACellIsEmpty() {
        ask("drilldown=sdg.goal,year&cell=2,2023")
                .body("cell.amount", equalTo("0.00"))
                .body("cell.lines", equalTo(0))
                .body("submissions", empty())
                .body("lines", empty())
                .body("notes", contains("No line is in this cell."));
        ask("drilldown=sdg.goal,gem.marker&cell=2,1")
                .body("lines", empty())
                .body("notes[0]", containsString("No published breakdown"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            nullValues = "-",
            value = {
                "drilldown=sdg.goal,year cell - -",
                "drilldown=sdg.goal,year&cell=5 cell 5 -",
                "cell=5 cell 5 -",
                "drilldown=sdg.goal,year&cell=,2023 cell '' 1",
                "drilldown=sdg.goal,year&cell=5,20233 cell 20233 3",
                "drilldown=location.country&cell=NAM cell NAM 1",
                "drilldown=location.region&cell=ML cell ML 1",
                "drilldown=location.groups&cell=LDX cell LDX 1",
                "drilldown=year&cell=%5B2023 cell [2023 -",
                "drilldown=year&cell=%5Bnull%5D cell '' 1",
                "limit=10001 limit 10001 -",
                "limit=0 limit 0 -",
                "offset=-1 offset -1 -",
                "top=3 top 3 -",
                "format=xlsx format xlsx -",
                "edition=9 edition 9 -",
            })
    void refusesWhatIsNoCellAndSaysWhy(String query, String parameter, String value, Integer place) {
        given().urlEncodingEnabled(false)
                .get(LINEAGE + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo(parameter))
                .body("value.toString()", equalTo(value == null ? "null" : value))
                .body("place", equalTo(place));
    }

    @Test
    void saysThatOthersAreManyAndWhichCodeIsNearest() {
        refused("drilldown=entity.entity&cell=").body("detail", containsString("A cell of others is of many members"));
        refused("drilldown=entity.entity,year&cell=,2023").body("detail", containsString("The cell of others"));
        refused("drilldown=entity.entity&cell=UNPD").body("nearest", contains("UNDP"));
        refused("drilldown=location.region&cell=ML").body("expected", contains("2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/cubes/expenses/lineage", "/api/v1/cubes/expenses/lineage/" + SubmissionLineageTest.NOBODY})
    void knowsNoOtherCube(String path) {
        given().get(path).then().statusCode(404).body("nearest", contains("expense"));
    }

    private UUID submission(int edition, int publication) {
        return upstream.published()
                .changes()
                .get(edition - 1)
                .publications()
                .get(publication)
                .submission();
    }

    private static ValidatableResponse ask(String query) {
        return given().urlEncodingEnabled(false)
                .get(LINEAGE + (query.isEmpty() ? "" : "?" + query))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse refused(String query) {
        return given().urlEncodingEnabled(false)
                .get(LINEAGE + "?" + query)
                .then()
                .statusCode(400);
    }
}
