package org.undatacube.registry.sdmx;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.SdmxId;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.ServedLists;

/** What clients of the two interfaces get. */
@RunningRegistry
class StructureTest {
    private static final String V21 = "/api/v1/sdmx/2.1/";
    private static final String V30 = "/api/v1/sdmx/3.0/structure";

    @Test
    void aListSaysInSdmxWhatItSaysElsewhere() {
        CodeList locations = ServedLists.read("locations");
        JsonPath message = get(V30 + "/codelist/UNDATACUBE/CL_LOCATION")
                .statusCode(200)
                .body("data.codelists.id", contains("CL_LOCATION"))
                .body("data.codelists[0].agencyID", equalTo("UNDATACUBE"))
                .body("data.codelists[0].version", equalTo(locations.version()))
                .body("data.codelists[0].isPartial", equalTo(false))
                .extract()
                .jsonPath();
        List<Map<String, Object>> items = message.getList("data.codelists[0].codes");

        assertEquals(locations.codes().size(), items.size());
        for (int place = 0; place < items.size(); place++) {
            Code code = locations.codes().get(place);
            Map<String, Object> item = items.get(place);
            assertEquals(SdmxId.of(code.code()), item.get("id"));
            assertEquals(code.label(), item.get("names"));
            assertEquals(code.parent(), item.get("parent"));
            assertEquals(code.definition(), item.get("description"));
            assertEquals(code.code(), annotation(item, "ORIGINAL_CODE").get("value"));
            assertEquals(code.level(), annotation(item, "LEVEL").get("value"));
            assertEquals(String.valueOf(place + 1), annotation(item, "ORDER").get("text"));
        }
    }

    private static Map<?, ?> annotation(Map<String, Object> item, String type) {
        return ((List<?>) item.get("annotations"))
                .stream()
                        .map(annotation -> (Map<?, ?>) annotation)
                        .filter(annotation -> type.equals(annotation.get("type")))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void aRetiredCodeStaysWithItsYears() {
        get(V30 + "/codelist/UNDATACUBE/CL_INSTRUMENT/~/R02")
                .body("data.codelists[0].isPartial", equalTo(true))
                .body("data.codelists[0].codes.id", contains("R02"))
                .body("data.codelists[0].codes[0].annotations.find { it.type == 'VALID_TO' }.value", equalTo("2017"));
    }

    @Test
    void targetsKeep8_1And8_10Apart() {
        given().get(V21 + "codelist/UNDATACUBE/CL_SDG/latest/8_1+8_10")
                .then()
                .statusCode(200)
                .contentType("application/vnd.sdmx.structure+xml;version=2.1")
                .body("Structure.Structures.Codelists.Codelist.Code.@id", hasItems("8_1", "8_10"))
                .body("Structure.Structures.Codelists.Codelist.Code.Parent.Ref.@id", hasItems("8", "8"))
                .body(
                        "Structure.Structures.Codelists.Codelist.Code[0].Annotations.Annotation[0].AnnotationTitle",
                        equalTo("8.1"));
    }

    @Test
    void sdmxMl30SaysParentsThatItsSchemaRefusesInAnAnnotation() {
        String code = "Structure.Structures.Codelists.Codelist.Code";
        given().queryParam("format", "sdmx-3.0")
                .get(V30 + "/codelist/UNDATACUBE/CL_SDG/~/8_10")
                .then()
                .body(code + ".@id", equalTo("8_10"))
                .body(code + ".Parent.size()", equalTo(0))
                .body(
                        code + ".Annotations.Annotation.find { it.AnnotationType == 'PARENT' }.AnnotationValue",
                        equalTo("8"));
        given().queryParam("format", "sdmx-3.0")
                .get(V30 + "/codelist/UNDATACUBE/CL_INSTRUMENT/~/R03A")
                .then()
                .body(code + ".Parent", equalTo("R03"));
    }

    @Test
    void aTreeHasTheListsLevelsAndEveryCodeAtItsPlace() {
        String africa = "data.hierarchies[0].hierarchicalCodes.find { it.id == '2' }";
        get(V30 + "/hierarchy/UNDATACUBE/H_LOCATION")
                .body("data.hierarchies[0].hasFormalLevels", equalTo(true))
                .body("data.hierarchies[0].level.id", equalTo("region"))
                .body("data.hierarchies[0].level.level.level.level.id", equalTo("country"))
                .body(africa + ".code", startsWith("urn:sdmx:org.sdmx.infomodel.codelist.Code=UNDATACUBE:CL_LOCATION("))
                .body(africa + ".level", equalTo("region"))
                .body(africa + ".hierarchicalCodes.id", contains("15", "202"))
                .body(africa + ".hierarchicalCodes[0].hierarchicalCodes.id", hasItems("DZ", "EG"));
    }

    @Test
    void groupsHaveMembersWithTheirYears() {
        String groups = "Structure.Structures.HierarchicalCodelists.HierarchicalCodelist.Hierarchy.HierarchicalCode";
        given().get(V21 + "hierarchicalcodelist/UNDATACUBE/H_LOCATION_GROUPS")
                .then()
                .statusCode(200)
                .body(groups + ".@id", hasItems("LDC", "LLDC", "SIDS"))
                .body(
                        groups + ".find { it.@id == 'LDC' }.Code.Ref.@maintainableParentID",
                        equalTo("CL_LOCATION_GROUPS"))
                .body(
                        groups + ".find { it.@id == 'LDC' }.HierarchicalCode.find { it.@id == 'LDC\\$-BW' }.@validTo",
                        equalTo("1994-12-31T23:59:59Z"));
        get(V30 + "/codelist/UNDATACUBE/CL_LOCATION_GROUPS")
                .body("data.codelists[0].codes.find { it.id == 'LDC' }.names.fr", equalTo("Pays les moins avancés"));
    }

    @Test
    void conceptsAreTheDimensionsOfTheCubeUnderTheFieldsNames() {
        String concepts = "data.conceptSchemes[0].concepts";
        get(V30 + "/conceptscheme/UNDATACUBE/CS_DATACUBE")
                .body(
                        concepts + ".id",
                        hasItems(
                                "FREQ",
                                "TIME_PERIOD",
                                "FLOW",
                                "ENTITY",
                                "FUNCTION",
                                "REF_AREA",
                                "INSTRUMENT",
                                "SDG",
                                "CONTRIBUTOR",
                                "GEM",
                                "OBS_VALUE",
                                "UNIT_MEASURE",
                                "UNIT_MULT",
                                "CURRENCY",
                                "OBS_STATUS",
                                "COMMENT_OBS",
                                "ENTITIES_REPORTING",
                                "ENTITIES_COVERED",
                                "AMOUNT_REPORTED",
                                "AMOUNT_COVERED"))
                .body(
                        concepts + ".find { it.id == 'REF_AREA' }.coreRepresentation.enumeration",
                        equalTo("urn:sdmx:org.sdmx.infomodel.codelist.Codelist=UNDATACUBE:CL_LOCATION(1+.0.0)"))
                .body(
                        concepts + ".find { it.id == 'TIME_PERIOD' }.coreRepresentation.format.dataType",
                        equalTo("GregorianYear"))
                .body(concepts + ".find { it.id == 'GEM' }.names.ru", equalTo("Маркер гендерного равенства"));
        given().get(V21 + "conceptscheme")
                .then()
                .body(
                        "Structure.Structures.Concepts.ConceptScheme.Concept.find { it.@id == 'SDG' }"
                                + ".CoreRepresentation.Enumeration.Ref.@version",
                        equalTo(ServedLists.read("sdgs").version()));
    }

    @Test
    void theAgencyIsInAScheme() {
        get(V30 + "/agencyscheme/SDMX/AGENCIES/1.0")
                .body("data.agencySchemes[0].id", equalTo("AGENCIES"))
                .body("data.agencySchemes[0].isPartial", equalTo(true))
                .body("data.agencySchemes[0].agencies.id", contains("UNDATACUBE"));
    }

    @ParameterizedTest
    @CsvSource({
        "none, CL_SDG",
        "parents, CL_SDG H_SDG H_SDG_FIVE_PS CS_DATACUBE",
        "ancestors, REVENUE EXPENSE CL_SDG H_SDG H_SDG_FIVE_PS CS_DATACUBE DSD_REVENUE DSD_EXPENSE",
        "children, AGENCIES CL_SDG",
        "hierarchy, CL_SDG H_SDG H_SDG_FIVE_PS",
        "dataflow, REVENUE EXPENSE CL_SDG",
        "metadataflow, CL_SDG"
    })
    void artefactsComeWithWhatIsRelatedToThem(String references, String expected) {
        get(V30 + "/codelist/UNDATACUBE/CL_SDG?detail=allstubs&references=" + references)
                .body("data.values().flatten().id", contains(expected.split(" ")));
    }

    @Test
    void referencesOfASchemeAreItsListsAndTheirParentsBesides() {
        given().get(V21 + "conceptscheme?references=children&detail=referencestubs")
                .then()
                .body(
                        "Structure.Structures.Codelists.Codelist.@id",
                        hasItems("CL_FLOW", "CL_ENTITY", "CL_LOCATION", "CL_GEM"))
                .body("Structure.Structures.Codelists.Codelist.@isExternalReference", everyItem(equalTo("true")))
                .body("Structure.Structures.Codelists.Codelist.Code.size()", equalTo(0))
                .body("Structure.Structures.OrganisationSchemes.size()", equalTo(0));
        get(V30 + "/hierarchy/UNDATACUBE/H_SDG_FIVE_PS?references=all&detail=allstubs")
                .body("data.values().flatten().id", contains("AGENCIES", "CL_SDG", "CL_SDG_FIVE_PS", "H_SDG_FIVE_PS"));
    }

    @Test
    void partialReferencesAreTheCodesThatAHierarchyPutsInPlace() {
        String list = "data.codelists.find { it.id == 'CL_SDG' }";
        get(V30 + "/hierarchy/UNDATACUBE/H_SDG_FIVE_PS?references=codelist&detail=referencepartial")
                .body(list + ".isPartial", equalTo(true))
                .body(list + ".codes.id", hasItems("1", "17"))
                .body(list + ".codes.id", not(hasItems("8_10")));
    }

    @Test
    void stubsHaveNamesAndWhereTheWholeIs() {
        get(V30 + "?detail=allstubs")
                .body("data.codelists.id", hasItems("CL_ENTITY", "CL_FUNCTION", "CL_SECTOR", "CL_FLOW"))
                .body("data.codelists.codes.flatten()", everyItem(equalTo(null)))
                .body("data.codelists.isExternalReference", everyItem(equalTo(true)))
                .body("data.codelists.find { it.id == 'CL_FLOW' }.description", equalTo(null))
                .body(
                        "data.codelists.find { it.id == 'CL_FLOW' }.links[0].href",
                        equalTo(V30 + "/codelist/UNDATACUBE/CL_FLOW/1.1.0"));
        get(V30 + "/codelist/UNDATACUBE/CL_FLOW?detail=allcompletestubs")
                .body("data.codelists[0].description", containsString("received"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/sdmx/2.1/codelist",
                "/api/v1/sdmx/2.1/codelist/all",
                "/api/v1/sdmx/2.1/codelist/all/all",
                "/api/v1/sdmx/2.1/codelist/all/all/latest",
                "/api/v1/sdmx/2.1/codelist/UNDATACUBE/CL_SDG+CL_GEM/latest/all",
                "/api/v1/sdmx/2.1/structure",
                "/api/v1/sdmx/3.0/structure",
                "/api/v1/sdmx/3.0/structure/*",
                "/api/v1/sdmx/3.0/structure/*/*",
                "/api/v1/sdmx/3.0/structure/*/UNDATACUBE/*",
                "/api/v1/sdmx/3.0/structure/codelist/UNDATACUBE/CL_SDG,CL_GEM/+",
                "/api/v1/sdmx/3.0/structure/codelist/*/*/~/*"
            })
    void partsOfThePathMayBeLeftOutOrStandForAll(String path) {
        given().urlEncodingEnabled(false)
                .queryParam("detail", "allstubs")
                .queryParam("format", "sdmx-json")
                .get(path)
                .then()
                .statusCode(200)
                .body("data.codelists.id", hasItems("CL_SDG", "CL_GEM"));
    }

    private static ValidatableResponse get(String path) {
        return given().urlEncodingEnabled(false).get(path).then();
    }
}
