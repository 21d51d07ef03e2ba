package org.undatacube.registry.codelist;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.undatacube.registry.RunningRegistry;

/** One code with its history, and the tags of all that is read. */
@RunningRegistry
class CodeAndTagTest extends ReadOfLists {

    @Test
    void everyFormHasAnETagOfItsOwnAndIsNotSentAgain() {
        Set<String> etags = new HashSet<>();
        List<String> forms = List.of(
                "locations",
                "locations?format=csv",
                "locations?view=tree",
                "locations?lang=fr",
                "locations?lang=fr&view=tree",
                "locations?limit=10",
                "locations?below=2",
                "locations/codes/NA",
                "locations/codes/NA?lang=fr",
                "locations/codes/NA/history");
        for (String form : forms) {
            String etag =
                    given().get(LISTS + form).then().statusCode(200).extract().header("ETag");
            etags.add(etag);
            given().header("If-None-Match", etag)
                    .get(LISTS + form)
                    .then()
                    .statusCode(304)
                    .header("ETag", etag)
                    .header("Vary", equalTo("Accept, Accept-Language"))
                    .body(equalTo(""));
        }

        assertEquals(forms.size(), etags.size());
        assertTrue(etags.stream().allMatch(etag -> etag.startsWith("\"1.0.0-")), etags.toString());
    }

    @Test
    void anETagIsStaleAsSoonAsTheListChanges() {
        String etag = given().get(LISTS + "gender-markers?lang=fr").header("ETag");

        markers.upsert(GenderMarkers.marker("7", "Seven"));

        given().header("If-None-Match", etag)
                .get(LISTS + "gender-markers?lang=fr")
                .then()
                .statusCode(200)
                .body("codes.code", hasItem("7"));
    }

    @Test
    void aReadThatNamesAnotherVersionIsRefusedWithAProblem() {
        given().header("If-Match", "\"1\"")
                .get(LISTS + "locations/codes/NA")
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/registry/precondition-failed"));
    }

    @Test
    void anAddressNamesItsMethodsWhereItIsAskedByAnother() {
        given().delete("/api/v1/code-lists")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", equalTo("GET, HEAD, OPTIONS"));
    }

    @Test
    void aCodeShowsWhereItStands() {
        given().get(LISTS + "{list}/codes/{code}", "locations", "18")
                .then()
                .statusCode(200)
                .body("list", equalTo("locations"))
                .body("version", equalTo("1.0.0"))
                .body("code", equalTo("18"))
                .body("path.code", contains("2", "202"))
                .body("path.level", contains("region", "subregion"))
                .body("children.code", contains("BW", "SZ", "LS", "NA", "ZA"));
        given().header("Accept-Language", "ru")
                .get(LISTS + "locations/codes/NA")
                .then()
                .header("Content-Language", equalTo("ru"))
                .body("label", equalTo(Map.of("ru", "Намибия")))
                .body("path[0].label", equalTo(Map.of("ru", "Африка")))
                .body("children", hasSize(0));
    }

    @Test
    void theHistoryOfACodeHasAllThatWasEverSaidOfIt() {
        markers.upsert(GenderMarkers.marker("7", "Seven"));
        markers.upsert(GenderMarkers.marker("8", "Eight"));
        markers.upsert(GenderMarkers.marker("7", "Sept"));

        given().get(LISTS + "gender-markers/codes/7/history")
                .then()
                .statusCode(200)
                .body("list", equalTo("gender-markers"))
                .body("code", equalTo("7"))
                .body("versions.version", contains("1.2.1", "1.1.0"))
                .body("versions.said.label.en", contains("Sept", "Seven"))
                .body("versions.madeBy", contains("a test", "a test"))
                .body("versions.reason", contains("To see what happens", "To see what happens"));
        given().get(LISTS + "gender-markers/codes/9/history").then().statusCode(404);
    }
}
