package org.undatacube.aggregation.sdmx;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.undatacube.aggregation.ask.LiveService;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;

/** Which data there are, of the sample. */
@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class AvailabilityTest {
    private static final String EXPENSE = Sdmx.V21 + "availableconstraint/EXPENSE/";
    private static final String EXPENSE_30 = Sdmx.V30 + "availability/dataflow/UNDATACUBE/EXPENSE/1.0.0/";
    private static final String REGION = "Structure.Structures.Constraints.ContentConstraint.CubeRegion";

    Upstream upstream;

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitSample(upstream);
    }

    @Test
    void theValuesOfEachDimensionAreThoseOfTheData() {
        Sdmx.get(EXPENSE + "A.UNDP...._T._T._T")
                .then()
                .statusCode(200)
                .contentType(equalTo(AvailabilityResource.ML_2_1))
                .body("Structure.Structures.Constraints.ContentConstraint.@type", equalTo("Actual"))
                .body(REGION + ".KeyValue.find { it.@id == 'FREQ' }.Value", equalTo("A"))
                .body(REGION + ".KeyValue.find { it.@id == 'ENTITY' }.Value", equalTo("UNDP"))
                .body(REGION + ".KeyValue.find { it.@id == 'REF_AREA' }.Value*.text()", contains("_T", "466"))
                .body(REGION + ".KeyValue.find { it.@id == 'FUNCTION' }.Value*.text()", contains("_T", "E01"))
                .body(REGION + ".KeyValue.find { it.@id == 'TIME_PERIOD' }.TimeRange.StartPeriod", equalTo("2023"))
                .body(REGION + ".KeyValue.find { it.@id == 'TIME_PERIOD' }.TimeRange.EndPeriod", equalTo("2024"));
    }

    @Test
    void aDimensionCanBeAskedForAlone() {
        assertEquals(
                Map.of("SDG", List.of("_T", "1", "5")),
                values(Sdmx.get(EXPENSE_30 + "A._T.*._T._T.*._T._T/SDG?format=sdmx-json-2.1")));
        Sdmx.get(EXPENSE + "all/all/SDG").then().body(REGION + ".KeyValue.@id", equalTo("SDG"));
        assertEquals(
                Map.of("GEM", List.of("_T"), "CONTRIBUTOR", List.of("_T")),
                values(Sdmx.get(EXPENSE_30 + "*/GEM,CONTRIBUTOR?format=sdmx-json-2.1")));
    }

    @Test
    void whatIsAvailableIsWhatCouldBeChosenInPlaceOfWhatIs() {
        String key = "A.WFP.*._T._T._T._T._T";

        assertEquals(
                List.of("WFP"),
                values(Sdmx.get(EXPENSE_30 + key + "?format=sdmx-json-2.1")).get("ENTITY"));
        Map<String, List<String>> available =
                values(Sdmx.get(EXPENSE_30 + key + "?mode=available&format=sdmx-json-2.1"));
        assertEquals(List.of("_T", "UNDP", "WFP", "UN"), available.get("ENTITY"));
        assertEquals(List.of("_T", "E02"), available.get("FUNCTION"));
        assertEquals(List.of("_T"), available.get("REF_AREA"));
    }

    @Test
    void filtersAndChangesCountAsForData() {
        assertEquals(
                List.of("_T", "E01"),
                values(Sdmx.get(EXPENSE_30 + "A._T.*._T._T._T._T._T?c[TIME_PERIOD]=2024&format=sdmx-json-2.1"))
                        .get("FUNCTION"));
        JsonPath changed = Sdmx.get(
                        EXPENSE_30 + "A.*._T._T._T._T._T._T?updatedAfter=2025-01-01T12:00:00Z&format=sdmx-json-2.1")
                .jsonPath();
        assertEquals(List.of("_T", "UNDP"), values(changed).get("ENTITY"));
        assertEquals(4, changed.getInt("data.availabilityConstraints[0].obsCount"));
        assertEquals(2, changed.getInt("data.availabilityConstraints[0].seriesCount"));
    }

    private static Map<String, List<String>> values(Response response) {
        return values(response.then().statusCode(200).extract().jsonPath());
    }

    private static Map<String, List<String>> values(JsonPath answer) {
        Map<String, List<String>> values = new HashMap<>();
        for (Map<String, Object> dimension : answer.<Map<String, Object>>getList(
                "data.availabilityConstraints[0].cubeRegion.keyValues.findAll { it.values != null }")) {
            @SuppressWarnings("unchecked")
            List<String> its = (List<String>) dimension.get("values");
            values.put((String) dimension.get("id"), its);
        }
        return values;
    }

    @ParameterizedTest
    @EnumSource(names = {"ML_2_1", "ML_3_0", "JSON_2_1"})
    void theOfficialSchemasAcceptIt(AvailabilityFormat format) {
        for (String address :
                List.of(EXPENSE + "all", EXPENSE_30 + "*/REF_AREA", Sdmx.V21 + "availableconstraint/REVENUE")) {
            Response response = given().accept(format.mediaType()).get(address);
            assertEquals(200, response.statusCode(), response::asString);
            assertEquals(format.mediaType(), response.contentType());
            if (format == AvailabilityFormat.JSON_2_1) {
                OfficialSchemas.acceptJson("structure", response.asString());
            } else {
                OfficialSchemas.acceptXml(format == AvailabilityFormat.ML_2_1 ? "ml21" : "ml30", response.asString());
            }
        }
    }

    @Test
    void inVersion2_0OfJsonItIsAConstraintOnData() {
        Sdmx.get(EXPENSE_30 + "A._T._T._T._T._T._T._T")
                .then()
                .contentType(equalTo(AvailabilityResource.JSON_2_0))
                .body("data.dataConstraints[0].role", equalTo("Actual"))
                .body("data.dataConstraints[0].annotations.find { it.id == 'obs_count' }.title", equalTo("2"))
                .body(
                        "data.dataConstraints[0].cubeRegions[0].keyValues.find { it.id == 'TIME_PERIOD' }.timeRange.endPeriod.period",
                        equalTo("2024"));
    }

    @Test
    void whatIsWrongIsToldAsForData() {
        Sdmx.get(EXPENSE + "all/all/YEAR").then().statusCode(400).body("parameter", equalTo("component"));
        Sdmx.get(EXPENSE + "all?mode=possible").then().statusCode(400).body("parameter", equalTo("mode"));
        Sdmx.get(EXPENSE + "all?references=all&format=sdmx-2.1")
                .then()
                .statusCode(501)
                .body("Error.ErrorMessage.@code", equalTo("501"));
        Sdmx.get(EXPENSE + "A..._T....3?format=sdmx-json")
                .then()
                .statusCode(404)
                .body("errors[0].code", equalTo(100));
        Sdmx.get(EXPENSE + "all?detail=full").then().statusCode(400);
    }

    @Test
    void anAnswerThatStandsIsNotGivenAgain() {
        String tag = Sdmx.get(EXPENSE + "all").header("ETag");

        given().header("If-None-Match", tag).get(EXPENSE + "all").then().statusCode(304);
        given().header("If-None-Match", tag)
                .get(EXPENSE + "all?mode=available")
                .then()
                .statusCode(200);
    }
}
