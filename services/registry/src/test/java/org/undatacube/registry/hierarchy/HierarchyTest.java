package org.undatacube.registry.hierarchy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.codelists.Hierarchy;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.seeding.Reseeding;

/** The shipped hierarchies, as everybody reads them. */
@RunningRegistry
class HierarchyTest {
    private static final String OF_LOCATIONS = "/api/v1/code-lists/locations/hierarchies";

    @Inject
    Reseeding reseeding;

    @Inject
    Hierarchies hierarchies;

    @BeforeEach
    void seedAnew() throws SQLException {
        reseeding.hierarchiesFromNothing();
    }

    @Test
    void aListNamesItsHierarchies() {
        given().get(OF_LOCATIONS)
                .then()
                .statusCode(200)
                .body("id", contains("groups"))
                .body("version", contains("1.0.0"))
                .body("owner", contains("reference files"))
                .body("exclusive", contains(false))
                .body("closed", contains(false))
                .body("titles[0].fr", equalTo("Groupes de pays"))
                .body("groups", contains(4))
                .body("href", contains(OF_LOCATIONS + "/groups"));
        given().get("/api/v1/code-lists/functions/hierarchies")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
        given().queryParam("detail", "full")
                .get("/api/v1/code-lists/sdgs/hierarchies")
                .then()
                .body("id", contains("five-ps"))
                .body("[0].groups.code", contains("PEOPLE", "PLANET", "PROSPERITY", "PEACE", "PARTNERSHIP"))
                .body("[0].groups[3].members.code", contains("16"));
    }

    @Test
    void aHierarchySaysWhoIsInItsGroupsFromWhenToWhenAndWhereThatIsFrom() {
        given().get(OF_LOCATIONS + "/groups")
                .then()
                .statusCode(200)
                .body("list", equalTo("locations"))
                .body("titleOrigins.fr", equalTo("translated"))
                .body("groups.code", contains("LDC", "LLDC", "SIDS", "SAHEL"))
                .body("groups[0].label.en", equalTo("Least Developed Countries"))
                .body("groups[0].labelOrigin.en", equalTo("official"))
                .body("groups[0].source", startsWith("Committee for Development Policy"))
                .body("groups[0].members.find { it.code == 'BT' }.validFrom", equalTo(1971))
                .body("groups[0].members.find { it.code == 'BT' }.validTo", equalTo(2023))
                .body(
                        "groups[0].members.find { it.code == 'BT' }.source",
                        equalTo("CDP list of LDCs; graduated on 13 December 2023"));
    }

    @Test
    void theMembersOfOneYearCanBeAskedFor() {
        given().queryParam("year", "2023")
                .get(OF_LOCATIONS + "/groups")
                .then()
                .body("groups[0].members.code", hasItem("BT"));
        given().queryParam("year", "2024")
                .get(OF_LOCATIONS + "/groups")
                .then()
                .body("groups[0].members", hasSize(45))
                .body("groups[0].members.code", not(hasItem("BT")))
                .body("groups[0].members.code", hasItems("AF", "ST"));
        given().queryParam("year", "soon")
                .get(OF_LOCATIONS + "/groups")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("year"));
    }

    @Test
    void whatIsUnchangedIsNotSentAgain() {
        for (String path : List.of(OF_LOCATIONS, OF_LOCATIONS + "?detail=full", OF_LOCATIONS + "/groups?year=2024")) {
            String tag = given().get(path).then().statusCode(200).extract().header("ETag");

            assertTrue(tag.startsWith("\""), tag);
            given().header("If-None-Match", tag).get(path).then().statusCode(304);
            given().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
        }
        assertNotEquals(
                given().get(OF_LOCATIONS + "/groups").header("ETag"),
                given().get(OF_LOCATIONS + "/groups?year=2024").header("ETag"));
    }

    @Test
    void aVersionCanBeKeptForEver() {
        given().queryParam("version", "1.0.0")
                .get(OF_LOCATIONS + "/groups")
                .then()
                .header("Cache-Control", equalTo("public, max-age=31536000, immutable"));
        given().get(OF_LOCATIONS + "/groups").then().header("Cache-Control", equalTo("no-cache"));
        given().get(OF_LOCATIONS + "/groups/versions")
                .then()
                .body("version", contains("1.0.0"))
                .body("madeBy", contains("reference files"))
                .body("reason", contains("What the project ships"))
                .body("madeAt", everyItem(notNullValue()));
    }

    @Test
    void whatIsNotThereIsNamedWithWhatIs() {
        given().get("/api/v1/code-lists/nothing/hierarchies").then().statusCode(404);
        given().get(OF_LOCATIONS + "/gruops")
                .then()
                .statusCode(404)
                .body("detail", equalTo("The list locations has no hierarchy gruops; it has groups."))
                .body("nearest", contains("groups"));
        given().queryParam("version", "9.0.0")
                .get(OF_LOCATIONS + "/groups")
                .then()
                .statusCode(400)
                .body("expected", contains("1.0.0"));
        given().queryParam("asOf", "1999-01-01T00:00:00Z")
                .get(OF_LOCATIONS + "/groups")
                .then()
                .statusCode(400)
                .body("expected", startsWith("not before 20"));
        given().queryParam("asOf", "1999-01-01T00:00:00Z")
                .get(OF_LOCATIONS)
                .then()
                .body("", hasSize(0));
        given().queryParam("detail", "some")
                .get(OF_LOCATIONS)
                .then()
                .statusCode(400)
                .body("parameter", equalTo("detail"));
        given().get(OF_LOCATIONS + "/groups/diff").then().statusCode(400).body("parameter", equalTo("from"));
    }

    @Test
    void otherFeaturesReadTheSame() {
        Hierarchy fivePs = hierarchies.read("sdgs").get(0);

        assertEquals("five-ps", fivePs.id());
        assertTrue(fivePs.exclusive());
        assertEquals(
                List.of("6", "12", "13", "14", "15"),
                fivePs.find("PLANET").orElseThrow().members().stream()
                        .map(Hierarchy.Membership::code)
                        .toList());
    }
}
