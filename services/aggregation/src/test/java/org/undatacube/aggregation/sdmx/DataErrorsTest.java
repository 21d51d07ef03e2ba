package org.undatacube.aggregation.sdmx;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.aggregation.ask.LiveService;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;

/** What is wrong is told by SDMX's numbers to who speaks SDMX, and as a problem to all others. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class DataErrorsTest {
    Upstream upstream;

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitSample(upstream);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ' ',
            value = {
                // no such flow, agency, version, provider, or nothing found
                "2.1/data/EXPENSES 404 100",
                "2.1/data/ECB,EXPENSE 404 100",
                "2.1/data/UNDATACUBE,EXPENSE,2.0.0 404 100",
                "2.1/data/EXPENSE/all/WFP 404 100",
                "2.1/data/EXPENSE/M....... 404 100",
                "2.1/data/EXPENSE/A..._T....3 404 100",
                "2.1/data/EXPENSE/A._T._T.001._T._T._T._T 404 100",
                "2.1/data/EXPENSE/all?startPeriod=2030 404 100",
                "2.1/data/EXPENSE/all?startPeriod=2024&endPeriod=2023 404 100",
                "2.1/data/EXPENSE/all?updatedAfter=2030-01-01T00:00:00Z 404 100",
                "2.1/data/EXPENSE/all/all/further 404 100",
                "3.0/data/dataflow/UNDATACUBE/EXPENSE/2.0.0 404 100",
                "3.0/data/dataflow/UNDATACUBE/DSD_EXPENSE 404 100",
                "3.0/data/provisionagreement/UNDATACUBE/EXPENSE 404 100",
                "3.0/data/dataflow/UNDATACUBE/EXPENSE?asOf=2024-01-01T00:00:00Z 404 100",
                "3.0/data/dataflow/UNDATACUBE/EXPENSE?c[FREQ]=M 404 100",
                "3.0/data/dataflow/UNDATACUBE/EXPENSE/*/A.UNDP?c[ENTITY]=WFP 404 100",
                // not written as SDMX has it
                "2.1/data/EXPENSE/A.UNDP 400 140",
                "2.1/data/EXPENSE/A......... 400 140",
                "2.1/data/EXPENSE/A.UN/DP 404 100",
                "2.1/data/EXPENSE/A.UN%20DP...... 400 140",
                "2.1/data/UNDATACUBE,EXPENSE,1.0,x 400 140",
                "2.1/data/UNDATACUBE,EXPENSE,newest 400 140",
                "2.1/data/EXPENSE/all?startPeriod=yesterday 400 140",
                "2.1/data/EXPENSE/all?startPeriod=2024-Q5 400 140",
                "2.1/data/EXPENSE/all?updatedAfter=2024 400 140",
                "2.1/data/EXPENSE/all?detail=everything 400 140",
                "2.1/data/EXPENSE/all?firstNObservations=0 400 140",
                "2.1/data/EXPENSE/all?startperiod=2024 400 140",
                "2.1/data/EXPENSE/all?startPeriod=2024&startPeriod=2023 400 140",
                "2.1/data/EXPENSE/all?includeHistory=yes 400 140",
                "3.0/data/flow/UNDATACUBE/EXPENSE 400 140",
                "3.0/data/dataflow/UNDATACUBE/EXPENSE/newest 400 140",
                "3.0/data/dataflow/UNDATACUBE/EXPENSE/~/A.........A 400 140",
                "3.0/data/dataflow/UNDATACUBE/EXPENSE/~/A,,A 400 140",
                "3.0/data/dataflow/UNDATACUBE/EXPENSE?c[SDG]=like:5 400 140",
                "3.0/data/dataflow/UNDATACUBE/EXPENSE?c[SDG]=5+ 400 140",
                "3.0/data/dataflow/UNDATACUBE/EXPENSE?c[SDG]=5&c[SDG]=5 400 140",
                // not in the structure
                "2.1/data/EXPENSE/A.UNDQ...... 400 150",
                "2.1/data/EXPENSE/A...ML.... 400 150",
                "2.1/data/EXPENSE/all?dimensionAtObservation=YEAR 400 150",
                "3.0/data/dataflow/UNDATACUBE/EXPENSE?c[GOAL]=5 400 150",
                "3.0/data/dataflow/UNDATACUBE/EXPENSE?c[SDG]=99 400 150",
                "3.0/data/dataflow/UNDATACUBE/EXPENSE?c[TIME_PERIOD]=sw:20 400 150",
                "3.0/data/dataflow/UNDATACUBE/EXPENSE?c[OBS_VALUE]=much 400 150",
                "3.0/data/dataflow/UNDATACUBE/EXPENSE?c[OBS_VALUE]=gt:1e999999999 400 150",
                "3.0/data/dataflow/UNDATACUBE/EXPENSE?attributes=TITLE 400 150",
                "3.0/data/dataflow/UNDATACUBE/EXPENSE?measures=LINES 400 150",
                "3.0/data/dataflow/UNDATACUBE/EXPENSE?updatedAfter=2025-02-01T00:00:00Z&asOf=2025-01-01T00:00:00Z 400 150",
                // not here
                "2.1/data/EXPENSE/all?dimensionAtObservation=SDG 501 501",
                "3.0/data 501 501",
                "3.0/data/dataflow/*/* 501 501",
                "3.0/data/dataflow/UNDATACUBE/EXPENSE?sort=SDG 501 501",
                "3.0/data/dataflow/UNDATACUBE/EXPENSE?limit=5 501 501"
            })
    void everyErrorHasItsNumber(String address, int status, int code) {
        given().urlEncodingEnabled(false)
                .accept(DataResource.SPECIFIC_2_1)
                .get("/api/v1/sdmx/" + address.replace("[", "%5B").replace("]", "%5D"))
                .then()
                .statusCode(status)
                .contentType(equalTo(DataResource.SPECIFIC_2_1))
                .body("Error.ErrorMessage.@code", equalTo(Integer.toString(code)));
        given().urlEncodingEnabled(false)
                .accept("application/json")
                .get("/api/v1/sdmx/" + address.replace("[", "%5B").replace("]", "%5D"))
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @Test
    void aProblemNamesWhatWouldBeRight() {
        Sdmx.get(Sdmx.V21 + "data/EXPENSE/A.UNDQ......")
                .then()
                .statusCode(400)
                .body("type", containsString("sdmx-semantic-error"))
                .body("parameter", equalTo("key"))
                .body("value", equalTo("UNDQ"))
                .body("nearest", contains("UNDP"))
                .body("detail", containsString("Did you mean UNDP?"));
        Sdmx.get(Sdmx.V21 + "data/EXPENSS").then().statusCode(404).body("nearest", contains("EXPENSE"));
        Sdmx.get(Sdmx.EXPENSE_30 + "A?c[REF_AREB]=466")
                .then()
                .body("parameter", equalTo("c[REF_AREB]"))
                .body("nearest", contains("REF_AREA"));
        Sdmx.get(Sdmx.V21 + "data/EXPENSE/A.UNDP")
                .then()
                .body(
                        "expected",
                        equalTo("FREQ.ENTITY.FUNCTION.REF_AREA.INSTRUMENT.SDG.CONTRIBUTOR.GEM, separated by dots"));
        Sdmx.get(Sdmx.V21 + "data/EXPENSE?startPeriode=2024").then().body("nearest", hasItem("startPeriod"));
        Sdmx.get(Sdmx.EXPENSE_30 + "A?format=sdmx-json&c[SDG]=6")
                .then()
                .body("errors[0].code", equalTo(150))
                .body("errors[0].title", containsString("SDG has no code 6."));
    }

    @Test
    void aQueryOfTooManyQuestionsIsTooLarge() {
        String key = "A._T+UN+UN-UNRISD+SECRETARIAT.*._T+002+15+11+466._T+R01+R02A._T+5+5_1._T+C01+SWE.*";
        Sdmx.get(Sdmx.EXPENSE_30 + key + "?format=sdmx-2.1")
                .then()
                .statusCode(413)
                .body("Error.ErrorMessage.@code", equalTo("130"));
    }
}
