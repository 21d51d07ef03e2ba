package org.undatacube.registry.codelist;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.undatacube.registry.ServedLists.codes;
import static org.undatacube.registry.ServedLists.meaning;
import static org.undatacube.registry.ServedLists.path;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.undatacube.codelists.CodeList;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.ServedLists;

@RunningRegistry
class CodeListTest {

    @Test
    void namesTheListsOfTheSevenStandardsInTheirOrder() {
        given().get("/api/v1/code-lists")
                .then()
                .statusCode(200)
                .body(
                        "id",
                        contains(
                                "entities",
                                "functions",
                                "locations",
                                "instruments",
                                "sdgs",
                                "contributors",
                                "gender-markers",
                                "sectors"))
                .body("standard", contains("I", "II", "III", "IV", "V", "VI", "VII", "II"))
                .body("find { it.id == 'sdgs' }.codes", equalTo(187))
                .body("find { it.id == 'sdgs' }.levels", contains("goal", "target"))
                .body("find { it.id == 'sdgs' }.version", equalTo("1.0.0"))
                .body("find { it.id == 'sdgs' }.href", equalTo("/api/v1/code-lists/sdgs"));
    }

    @Test
    void entitiesReportOnTheirOwnOrWithinAnother() {
        CodeList entities = ServedLists.read("entities");

        assertEquals(6, codes(entities, "type").size());
        assertEquals(51, codes(entities, "entity").size());
        assertEquals(26, codes(entities, "subentity").size());
        assertEquals(List.of("SECRETARIAT", "UN", "UN-UNRISD"), path(entities, "UN-UNRISD"));
        assertEquals(List.of("SECRETARIAT", "UN", "UN-Tech Bank"), path(entities, "UN-Tech Bank"));
        assertEquals(List.of("SECRETARIAT", "UN-DPO"), path(entities, "UN-DPO"));
        assertEquals(List.of("FUND-PROGRAMME", "UNCDF"), path(entities, "UNCDF"));
        assertEquals("UNDP", entities.find("UNCDF").orElseThrow().attributes().get("organisationalParent"));
        assertEquals(
                "United Nations Development Programme",
                entities.find("UNDP").orElseThrow().englishLabel());
        assertEquals(
                "Programme des Nations Unies pour le développement",
                entities.find("UNDP").orElseThrow().label().get("fr"));
    }

    @Test
    void otherSpellingsOfEntitiesHaveTheirMeaning() {
        CodeList entities = ServedLists.read("entities");

        assertEquals("UN Tourism", meaning(entities, "UNWTO"));
        assertEquals("UN-UNRISD", meaning(entities, "UNRISD"));
        assertEquals("UN-DPO", meaning(entities, "DPO"));
        assertEquals("UNHABITAT", meaning(entities, "UN-Habitat"));
        assertEquals("UNWOMEN", meaning(entities, "UN Women"));
        assertEquals("UN-OCHA", meaning(entities, "UNOCHA"));
        assertEquals("UN-UNDRR", entities.find("UN-UNISDR").orElseThrow().supersededBy());
    }

    @Test
    void theFifthFunctionIsRetired() {
        CodeList functions = ServedLists.read("functions");

        assertEquals(List.of("E01", "E02", "E03", "E04", "E0X"), codes(functions, "function"));
        assertEquals("E0X", meaning(functions, "Other (combined Normative and Technical Cooperation)"));
        assertTrue(functions.find("E0X").orElseThrow().isValidIn(2017));
        assertFalse(functions.find("E0X").orElseThrow().isValidIn(2018));
    }

    @Test
    void locationsFollowM49() {
        CodeList locations = ServedLists.read("locations");

        assertEquals(
                List.of("2", "19", "142", "150", "9", "10", "G&I", "Global - Enabling Function"),
                codes(locations, "region"));
        assertEquals(17, codes(locations, "subregion").size());
        assertEquals(8, codes(locations, "intermediate").size());
        assertEquals(250, codes(locations, "country").size());
        assertEquals(List.of("2", "202", "18", "NA"), path(locations, "NA"));
        assertEquals(List.of("142", "145", "TR"), path(locations, "TR"));
        assertEquals(List.of("150", "39", "XK"), path(locations, "XK"));
        assertEquals(List.of("142", "30", "TW"), path(locations, "TW"));
        assertEquals("Namibia", locations.find("NA").orElseThrow().englishLabel());
    }

    @Test
    void otherSpellingsOfLocationsHaveTheirMeaning() {
        CodeList locations = ServedLists.read("locations");

        Stream.of("TUR", "792", "Turkey", "Türkiye", "tr").forEach(raw -> assertEquals("TR", meaning(locations, raw)));
        Stream.of("AFG", "004", "4").forEach(raw -> assertEquals("AF", meaning(locations, raw)));
        Stream.of("NAM", "516", "na").forEach(raw -> assertEquals("NA", meaning(locations, raw)));
        Stream.of("002", "Africa").forEach(raw -> assertEquals("2", meaning(locations, raw)));
        assertEquals("G&I", meaning(locations, "Global and Interregional"));
    }

    @Test
    void instrumentsHaveGroupsAndRetiredCodes() {
        CodeList instruments = ServedLists.read("instruments");

        assertEquals(
                List.of("R01", "R02", "R03", "R04", "R05", "R07", "R08", "R09", "R10", "R11", "R12"),
                codes(instruments, "group"));
        assertEquals(11, codes(instruments, "instrument").size());
        assertEquals(List.of("R03", "R03A"), path(instruments, "R03A"));
        assertTrue(instruments.find("R03A").orElseThrow().isValidIn(2017));
        assertTrue(instruments.find("R03").orElseThrow().isValidIn(2017));
        assertFalse(instruments.find("R03").orElseThrow().isValidIn(2018));
        assertTrue(instruments.find("R04").orElseThrow().isValidIn(2019));
        assertFalse(instruments.find("R04A").orElseThrow().isValidIn(2019));
        assertEquals("R03E", meaning(instruments, "Project/ programme specific contributions"));
        assertEquals("R03E", meaning(instruments, "Project/programme specific contributions"));
    }

    @Test
    void keepsTargetsWithATrailingZeroApart() {
        CodeList sdgs = ServedLists.read("sdgs");

        assertEquals(18, codes(sdgs, "goal").size());
        assertEquals(169, codes(sdgs, "target").size());
        assertEquals(List.of("8", "8.1"), path(sdgs, "8.1"));
        assertEquals(List.of("8", "8.10"), path(sdgs, "8.10"));
        assertTrue(sdgs.find("8.1").orElseThrow().englishLabel().startsWith("Sustain per capita economic growth"));
        assertTrue(sdgs.find("8.10").orElseThrow().englishLabel().startsWith("Strengthen the capacity of domestic"));
        assertEquals("X00", meaning(sdgs, "x00"));
    }

    @Test
    void contributorTypesAndGenderMarkersAreThere() {
        CodeList contributors = ServedLists.read("contributors");

        assertEquals(
                List.of(
                        "C01", "C02", "C03", "C04A", "C04B", "C04C", "C04D", "C04E", "C05", "C06", "C07", "C08A",
                        "C08B", "C09", "C0X", "XX"),
                codes(contributors, "type"));
        assertEquals(List.of("0", "1", "2", "3"), codes(ServedLists.read("gender-markers"), "marker"));
    }

    @Test
    void filtersNarrowTheListDown() {
        given().queryParam("parent", "5")
                .get("/api/v1/code-lists/sdgs")
                .then()
                .statusCode(200)
                .body("codes.code", contains("5.1", "5.2", "5.3", "5.4", "5.5", "5.6", "5.a", "5.b", "5.c"));
        given().queryParam("level", "instrument")
                .queryParam("validIn", 2017)
                .get("/api/v1/code-lists/instruments")
                .then()
                .body("codes.code", contains("R03A"));
        given().queryParam("q", "TURK")
                .get("/api/v1/code-lists/locations")
                .then()
                .body("codes.code", contains("TR", "TM", "TC"));
        given().queryParam("validIn", 2010)
                .get("/api/v1/code-lists/sdgs")
                .then()
                .body("codes.code", contains("X00"));
    }

    @Test
    void aFilterThatCannotBeIsNamedWithWhatWouldBeRight() {
        given().queryParam("level", "gaol")
                .get("/api/v1/code-lists/sdgs")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/registry/invalid-parameter"))
                .body("parameter", equalTo("level"))
                .body("value", equalTo("gaol"))
                .body("expected", contains("goal", "target"));
        given().queryParam("validIn", "last year")
                .get("/api/v1/code-lists/sdgs")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("validIn"));
        given().queryParam("parent", "R3")
                .get("/api/v1/code-lists/instruments")
                .then()
                .statusCode(400)
                .body("expected", hasItem("R03"));
    }

    @Test
    void aCodeCanHoldBlanksAndAmpersands() {
        given().get("/api/v1/code-lists/{list}/codes/{code}", "entities", "UN Tourism")
                .then()
                .statusCode(200)
                .body("code", equalTo("UN Tourism"))
                .body("parent", equalTo("SPECIALIZED-AGENCY"))
                .body("validFrom", nullValue())
                .body("aliases.alias", hasItem("UNWTO"))
                .body("aliases.source", everyItem(not(equalTo(""))));
        given().get("/api/v1/code-lists/{list}/codes/{code}", "locations", "G&I")
                .then()
                .statusCode(200)
                .body("label.en", equalTo("Global and Interregional"));
        given().get("/api/v1/code-lists/{list}/codes/{code}", "locations", "Global - Enabling Function")
                .then()
                .statusCode(200);
    }

    @Test
    void anUnknownListOrCodeIsAProblemThatNamesTheNearest() {
        given().get("/api/v1/code-lists/entitis")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/registry/not-found"))
                .body("nearest", contains("entities"));
        given().get("/api/v1/code-lists/entities/codes/UNIDOO")
                .then()
                .statusCode(404)
                .body("nearest[0]", equalTo("UNIDO"))
                .body("instance", equalTo("/api/v1/code-lists/entities/codes/UNIDOO"));
        given().get("/api/v1/code-lists/entities/codes/UNWTO")
                .then()
                .statusCode(404)
                .body("detail", equalTo("UNWTO is another spelling of UN Tourism."))
                .body("nearest", contains("UN Tourism"));
        given().get("/api/v1/code-lists/sdgs/codes/qqqqqqq")
                .then()
                .statusCode(404)
                .body("nearest", hasSize(0));
    }

    @Test
    void anUnchangedListIsNotSentAgain() {
        String etag = given().get("/api/v1/code-lists/sdgs")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .extract()
                .header("ETag");

        assertTrue(etag.startsWith("\"1.0.0-"), etag);
        given().header("If-None-Match", etag)
                .get("/api/v1/code-lists/sdgs")
                .then()
                .statusCode(304)
                .header("ETag", etag)
                .body(equalTo(""));
        given().header("If-None-Match", "\"another\"")
                .get("/api/v1/code-lists/sdgs")
                .then()
                .statusCode(200);
        given().header("If-None-Match", etag)
                .queryParam("level", "goal")
                .get("/api/v1/code-lists/sdgs")
                .then()
                .statusCode(200);
    }
}
