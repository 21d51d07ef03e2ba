package org.undatacube.registry.sdmx;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.codelists.AreaIds;
import org.undatacube.codelists.CodeList;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.ServedLists;

/** How the cubes' data are structured, as clients of the two interfaces learn it. */
@RunningRegistry
class CubeStructureTest {
    private static final String V21 = "/api/v1/sdmx/2.1/";
    private static final String V30 = "/api/v1/sdmx/3.0/structure";
    private static final String COMPONENTS = "data.dataStructures[0].dataStructureComponents.";
    private static final String LIST = "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=UNDATACUBE:";

    @ParameterizedTest
    @CsvSource({
        "EXPENSE, FREQ ENTITY FUNCTION REF_AREA INSTRUMENT SDG CONTRIBUTOR GEM",
        "REVENUE, FREQ ENTITY INSTRUMENT CONTRIBUTOR"
    })
    void aCubeHasTheFlowsDimensionsInTheirOrderAndTimeAtTheEnd(String cube, String dimensions) {
        get(V30 + "/datastructure/UNDATACUBE/DSD_" + cube)
                .statusCode(200)
                .body("data.dataStructures.id", contains("DSD_" + cube))
                .body("data.dataStructures[0].version", equalTo("1.0.0"))
                .body(COMPONENTS + "dimensionList.dimensions.id", contains(dimensions.split(" ")))
                .body(COMPONENTS + "dimensionList.dimensions[0].position", equalTo(1))
                .body(COMPONENTS + "dimensionList.timeDimension.id", equalTo("TIME_PERIOD"))
                .body(
                        COMPONENTS + "dimensionList.timeDimension.localRepresentation.format.dataType",
                        equalTo("GregorianYear"))
                .body(
                        COMPONENTS + "dimensionList.dimensions[1].conceptIdentity",
                        equalTo(
                                "urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=UNDATACUBE:CS_DATACUBE(1+.0.0).ENTITY"));
        given().get(V21 + "datastructure/UNDATACUBE/DSD_" + cube)
                .then()
                .statusCode(200)
                .body(
                        "Structure.Structures.DataStructures.DataStructure.DataStructureComponents.DimensionList"
                                + ".Dimension.@id",
                        contains(dimensions.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "FREQ, CL_FREQ",
        "ENTITY, CL_ENTITY_MEMBERS",
        "FUNCTION, CL_FUNCTION_MEMBERS",
        "REF_AREA, CL_AREA_M49",
        "INSTRUMENT, CL_INSTRUMENT_MEMBERS",
        "SDG, CL_SDG_MEMBERS",
        "CONTRIBUTOR, CL_CONTRIBUTOR_MEMBERS",
        "GEM, CL_GEM_MEMBERS"
    })
    void everyDimensionEnumeratesAListThatIsThere(String dimension, String list) {
        get(V30 + "/datastructure/UNDATACUBE/DSD_EXPENSE")
                .body(
                        COMPONENTS + "dimensionList.dimensions.find { it.id == '" + dimension
                                + "' }.localRepresentation.enumeration",
                        equalTo(LIST + list + "(1+.0.0)"));
        get(V30 + "/codelist/UNDATACUBE/" + list + "/1+.0.0")
                .statusCode(200)
                .body("data.codelists.id", contains(list))
                .body("data.codelists[0].codes.id", hasItem(dimension.equals("FREQ") ? "A" : "_T"));
    }

    @Test
    void attributesAreOfTheDatasetOrOfTheObservation() {
        String attributes = COMPONENTS + "attributeList.attributes";
        get(V30 + "/datastructure/UNDATACUBE/DSD_REVENUE")
                .body(COMPONENTS + "measureList.measures.id", contains("OBS_VALUE"))
                .body(COMPONENTS + "measureList.measures[0].localRepresentation.format.dataType", equalTo("Decimal"))
                .body(
                        attributes + ".findAll { it.attributeRelationship.dataflow != null }.id",
                        contains("UNIT_MEASURE", "UNIT_MULT"))
                .body(
                        attributes + ".findAll { it.attributeRelationship.observation != null }.id",
                        contains(
                                "OBS_STATUS",
                                "ENTITIES_REPORTING",
                                "ENTITIES_COVERED",
                                "AMOUNT_REPORTED",
                                "AMOUNT_COVERED"))
                .body(attributes + ".findAll { it.usage == 'mandatory' }.id", contains("OBS_STATUS"))
                .body(
                        attributes + ".find { it.id == 'OBS_STATUS' }.localRepresentation.enumeration",
                        equalTo(LIST + "CL_OBS_STATUS(1+.0.0)"))
                .body(
                        attributes + ".find { it.id == 'AMOUNT_COVERED' }.localRepresentation.format.dataType",
                        equalTo("Decimal"));
        String list =
                "Structure.Structures.DataStructures.DataStructure.DataStructureComponents.AttributeList.Attribute";
        given().get(V21 + "datastructure/UNDATACUBE/DSD_REVENUE")
                .then()
                .body(
                        list + ".findAll { it.AttributeRelationship.None.size() == 1 }.@id",
                        contains("UNIT_MEASURE", "UNIT_MULT"))
                .body(list + ".find { it.@id == 'OBS_STATUS' }.@assignmentStatus", equalTo("Mandatory"))
                .body(list + ".find { it.@id == 'UNIT_MULT' }.@assignmentStatus", equalTo("Conditional"))
                .body(
                        list + ".find { it.@id == 'AMOUNT_COVERED' }.AttributeRelationship.PrimaryMeasure.Ref.@id",
                        equalTo("OBS_VALUE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXPENSE", "REVENUE"})
    void aFlowRefersToTheStructureOfItsCube(String cube) {
        get(V30 + "/dataflow/UNDATACUBE/" + cube)
                .statusCode(200)
                .body(
                        "data.dataflows[0].structure",
                        equalTo("urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=UNDATACUBE:DSD_" + cube
                                + "(1.0.0)"));
        given().get(V21 + "dataflow/UNDATACUBE/" + cube + "/latest")
                .then()
                .statusCode(200)
                .body("Structure.Structures.Dataflows.Dataflow.Structure.Ref.@id", equalTo("DSD_" + cube))
                .body("Structure.Structures.Dataflows.Dataflow.Structure.Ref.@class", equalTo("DataStructure"));
    }

    @Test
    void membersAreTheListsCodesAndTheirTotalWhichTheListItselfHasNot() {
        List<String> members = get(V30 + "/codelist/UNDATACUBE/CL_SDG_MEMBERS")
                .body(
                        "data.codelists[0].version",
                        equalTo(ServedLists.read("sdgs").version()))
                .body(
                        "data.codelists[0].annotations.find { it.type == 'DERIVED_FROM' }.value",
                        equalTo(LIST + "CL_SDG(" + ServedLists.read("sdgs").version() + ")"))
                .body("data.codelists[0].codes[0].names.fr", equalTo("Total"))
                .extract()
                .path("data.codelists[0].codes.id");
        List<String> codes = new ArrayList<>(List.of("_T"));
        codes.addAll(get(V30 + "/codelist/UNDATACUBE/CL_SDG")
                .body("data.codelists[0].codes.id", not(hasItem("_T")))
                .extract()
                .<List<String>>path("data.codelists[0].codes.id"));

        assertEquals(codes, members);
    }

    @ParameterizedTest
    @CsvSource({
        "466, ML, 011",
        "002, 2, ",
        "015, 15, 002",
        "516, NA, 018",
        "010, AQ, 10",
        "10, 10, ",
        "XK, XK, 039",
        "G$26I, G&I, ",
        "Global@-@Enabling@Function, Global - Enabling Function, "
    })
    void areasHaveM49sCodesWhereItKnowsThem(String area, String location, String parent) {
        get(V30 + "/codelist/UNDATACUBE/CL_AREA_M49/~/" + area)
                .statusCode(200)
                .body("data.codelists[0].codes.id", contains(area))
                .body(
                        "data.codelists[0].codes[0].annotations.find { it.type == 'ORIGINAL_CODE' }.value",
                        equalTo(location))
                .body("data.codelists[0].codes[0].parent", equalTo(parent));
    }

    @Test
    void areasAreTheLocationsTheirTotalAndTheWorld() {
        CodeList locations = ServedLists.read("locations");
        AreaIds ids = new AreaIds(locations);
        List<String> expected = new ArrayList<>(List.of("_T", "001"));
        locations.codes().forEach(location -> expected.add(ids.id(location.code())));

        JsonPath areas = get(V30 + "/codelist/UNDATACUBE/CL_AREA_M49")
                .body("data.codelists[0].version", equalTo(locations.version()))
                .body("data.codelists[0].codes[1].names.es", equalTo("Mundo"))
                .extract()
                .jsonPath();

        assertEquals(expected, areas.getList("data.codelists[0].codes.id"));
    }

    @ParameterizedTest
    @CsvSource({
        "datastructure/UNDATACUBE/DSD_REVENUE, none, DSD_REVENUE",
        "datastructure/UNDATACUBE/DSD_REVENUE, parents, REVENUE DSD_REVENUE",
        "datastructure/UNDATACUBE/DSD_REVENUE, ancestors, REVENUE DSD_REVENUE",
        "datastructure/UNDATACUBE/DSD_REVENUE, parentsandsiblings, AGENCIES REVENUE DSD_REVENUE",
        "datastructure/UNDATACUBE/DSD_REVENUE, dataflow, REVENUE DSD_REVENUE",
        "datastructure/UNDATACUBE/DSD_REVENUE, conceptscheme, CS_DATACUBE DSD_REVENUE",
        "datastructure/UNDATACUBE/DSD_REVENUE, children, AGENCIES CL_ENTITY_MEMBERS CL_INSTRUMENT_MEMBERS"
                + " CL_CONTRIBUTOR_MEMBERS CL_FREQ CL_OBS_STATUS CS_DATACUBE DSD_REVENUE",
        "dataflow/UNDATACUBE/EXPENSE, children, AGENCIES EXPENSE DSD_EXPENSE",
        "dataflow/UNDATACUBE/EXPENSE, datastructure, EXPENSE DSD_EXPENSE",
        "dataflow, datastructure, REVENUE EXPENSE DSD_REVENUE DSD_EXPENSE",
        "codelist/UNDATACUBE/CL_AREA_M49, parents, CL_AREA_M49 DSD_EXPENSE",
        "codelist/UNDATACUBE/CL_AREA_M49, ancestors, EXPENSE CL_AREA_M49 DSD_EXPENSE",
        "codelist/UNDATACUBE/CL_ENTITY_MEMBERS, parents, CL_ENTITY_MEMBERS DSD_REVENUE DSD_EXPENSE",
        "conceptscheme, parents, CS_DATACUBE DSD_REVENUE DSD_EXPENSE"
    })
    void comeWithWhatIsRelatedToThem(String path, String references, String expected) {
        get(V30 + "/" + path + "?detail=allstubs&references=" + references)
                .statusCode(200)
                .body("data.values().flatten().id", containsInAnyOrder(expected.split(" ")));
        String expected21 = expected.replace("AGENCIES ", "");
        given().queryParam("format", "sdmx-json")
                .get(V21 + path + "?detail=allstubs&references=" + references)
                .then()
                .statusCode(200)
                .body("data.values().flatten().id", containsInAnyOrder(expected21.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"descendants", "all"})
    void aFlowComesWithAllThatItsDataNeed(String references) {
        get(V30 + "/dataflow/UNDATACUBE/EXPENSE?references=" + references)
                .statusCode(200)
                .body("data.dataflows.id", contains("EXPENSE"))
                .body("data.dataStructures.id", contains("DSD_EXPENSE"))
                .body("data.conceptSchemes.id", contains("CS_DATACUBE"))
                .body("data.codelists.id", hasItems("CL_AREA_M49", "CL_FREQ", "CL_ENTITY_MEMBERS", "CL_ENTITY"))
                .body("data.codelists.find { it.id == 'CL_FREQ' }.codes.id", contains("A"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                V21
                        + "datastructure/UNDATACUBE/DSD_REVENUE/1.0.0?references=children&detail=referencepartial&format=sdmx-json",
                V30 + "/dataflow/UNDATACUBE/REVENUE?references=descendants&detail=referencepartial"
            })
    void partialReferencesAreTheConceptsThatAStructureUses(String path) {
        get(path)
                .statusCode(200)
                .body("data.conceptSchemes[0].isPartial", equalTo(true))
                .body(
                        "data.conceptSchemes[0].concepts.id",
                        containsInAnyOrder(
                                "FREQ",
                                "ENTITY",
                                "INSTRUMENT",
                                "CONTRIBUTOR",
                                "TIME_PERIOD",
                                "OBS_VALUE",
                                "UNIT_MEASURE",
                                "UNIT_MULT",
                                "OBS_STATUS",
                                "ENTITIES_REPORTING",
                                "ENTITIES_COVERED",
                                "AMOUNT_REPORTED",
                                "AMOUNT_COVERED"))
                .body("data.codelists.isPartial", everyItem(equalTo(false)));
    }

    @Test
    void partialReferencesOfBothStructuresAreTheConceptsOfEither() {
        get(V30 + "/datastructure?references=conceptscheme&detail=referencepartial")
                .body("data.conceptSchemes[0].concepts.id", hasItems("SDG", "CONTRIBUTOR"))
                .body("data.conceptSchemes[0].concepts.id", not(hasItem("COMMENT_OBS")));
    }

    @ParameterizedTest
    @CsvSource({
        "allstubs, true, true, false",
        "allcompletestubs, true, true, true",
        "referencestubs, false, true, false",
        "referencecompletestubs, false, true, true",
        "full, false, false, true"
    })
    void stubsAreWithoutWhatTheyConsistOf(
            String detail, boolean isFlowStub, boolean isStructureStub, boolean isStructureDescribed) {
        JsonPath message = get(V30 + "/dataflow/UNDATACUBE/EXPENSE?references=children&detail=" + detail)
                .extract()
                .jsonPath();
        Map<String, Object> flow = message.getMap("data.dataflows[0]");
        Map<String, Object> structure = message.getMap("data.dataStructures[0]");

        assertEquals(!isFlowStub, flow.containsKey("structure"));
        assertEquals(isFlowStub, flow.get("isExternalReference"));
        assertEquals(!isStructureStub, structure.containsKey("dataStructureComponents"));
        assertEquals(isStructureStub, structure.get("isExternalReference"));
        assertEquals(isStructureDescribed, structure.containsKey("description"));
        assertEquals(
                V30 + "/datastructure/UNDATACUBE/DSD_EXPENSE/1.0.0",
                message.getString("data.dataStructures[0].links[0].href"));
        String stub = given().get(V21 + "dataflow/UNDATACUBE/EXPENSE?detail=" + detail)
                .then()
                .statusCode(200)
                .extract()
                .path("Structure.Structures.Dataflows.Dataflow.@structureURL");
        assertEquals(isFlowStub ? V21 + "dataflow/UNDATACUBE/EXPENSE/1.0.0" : null, stub);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                V21 + "dataflow",
                V21 + "dataflow/all/all/all",
                V21 + "dataflow/UNDATACUBE/EXPENSE+REVENUE/latest",
                V21 + "dataflow/UNDATACUBE/EXPENSE+REVENUE/1.0.0",
                V21 + "structure/UNDATACUBE",
                V30 + "/dataflow/*/*/*",
                V30 + "/dataflow/UNDATACUBE/EXPENSE,REVENUE/~",
                V30 + "/dataflow/UNDATACUBE/*/1.0+.0",
                V30 + "/dataflow/UNDATACUBE/*/1+.0.0",
                V30 + "/dataflow/UNDATACUBE/*/1.*.0",
                V30 + "/*/UNDATACUBE/EXPENSE,REVENUE/+"
            })
    void areFoundByWildcardsAndPatternsOfVersions(String path) {
        given().urlEncodingEnabled(false)
                .queryParam("format", "sdmx-json")
                .queryParam("detail", "allstubs")
                .get(path)
                .then()
                .statusCode(200)
                .body("data.dataflows.id", containsInAnyOrder("EXPENSE", "REVENUE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                V21 + "dataflow/UNDATACUBE/EXPENSE/2.0.0",
                V21 + "datastructure/UNDATACUBE/EXPENSE",
                V30 + "/dataflow/UNDATACUBE/EXPENSE/2+.0.0",
                V30 + "/datastructure/UNDATACUBE/DSD_EXPENSE/~/ENTITY",
                V30 + "/dataflow/NOBODY"
            })
    void areNotFoundWhereTheyAreNot(String path) {
        get(path).statusCode(404);
    }

    @Test
    void aStructureOf21NamesTheVersionsOfTheMomentAndIsNotFinal() {
        String structure = "Structure.Structures.DataStructures.DataStructure";
        given().get(V21 + "datastructure/UNDATACUBE/DSD_EXPENSE")
                .then()
                .body(structure + ".@isFinal", equalTo("false"))
                .body(structure + ".@urn", startsWith("urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure="))
                .body(
                        structure + ".DataStructureComponents.DimensionList.Dimension.find { it.@id == 'SDG' }"
                                + ".LocalRepresentation.Enumeration.Ref.@version",
                        equalTo(ServedLists.read("sdgs").version()));
    }

    private static ValidatableResponse get(String path) {
        return given().urlEncodingEnabled(false).get(path).then();
    }
}
