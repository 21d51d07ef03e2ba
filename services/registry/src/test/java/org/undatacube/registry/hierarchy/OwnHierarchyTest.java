package org.undatacube.registry.hierarchy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.undatacube.registry.hierarchy.Administrator.NEW;
import static org.undatacube.registry.hierarchy.WrittenHierarchy.OF_LOCATIONS;
import static org.undatacube.registry.hierarchy.WrittenHierarchy.OURS;
import static org.undatacube.registry.hierarchy.WrittenHierarchy.group;
import static org.undatacube.registry.hierarchy.WrittenHierarchy.hierarchy;
import static org.undatacube.registry.hierarchy.WrittenHierarchy.tag;

import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.registry.Client;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.seeding.Reseeding;

/** Hierarchies of an administrator's own, from the first to the last change. */
@RunningRegistry
class OwnHierarchyTest {
    @Inject
    Reseeding reseeding;

    @BeforeEach
    void seedAnew() throws SQLException {
        reseeding.hierarchiesFromNothing();
    }

    @Test
    void whoMakesAHierarchyOwnsIt() {
        Administrator administrator = Administrator.create();

        administrator
                .put(OURS, NEW, hierarchy(false, group("WEST", "ML", "NE")))
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*" + OURS))
                .header("ETag", equalTo(tag(OURS)))
                .body("id", equalTo("ours"))
                .body("list", equalTo("locations"))
                .body("version", equalTo("1.0.0"))
                .body("owner", equalTo(administrator.id()))
                .body("closed", equalTo(false));

        given().get(OURS).then().statusCode(200).body("groups[0].members.code", contains("ML", "NE"));
        given().get(OF_LOCATIONS).then().body("id", contains("groups", "ours")).body("members[1]", equalTo(2));
    }

    @Test
    void whatIsReadCanBePutBackChanged() {
        Administrator administrator = Administrator.create();
        administrator.put(OURS, NEW, hierarchy(false, group("WEST", "ML", "NE")));
        String read = given().get(OURS).asString();

        administrator
                .put(OURS, tag(OURS), read.replace("\"NE\"", "\"TD\""))
                .then()
                .statusCode(200)
                .body("version", equalTo("2.0.0"))
                .body("groups[0].members.code", contains("ML", "TD"));
    }

    @Test
    void puttingTheSameAgainIsAnsweredAsTheFirstTimeAndMakesNoVersion() {
        Administrator administrator = Administrator.create();
        String body = hierarchy(false, group("WEST", "ML"));
        String first = administrator.put(OURS, NEW, body).then().extract().asString();

        administrator.put(OURS, NEW, body).then().statusCode(201).body(equalTo(first));
        administrator.put(OURS, "\"of an older version\"", body).then().statusCode(201);

        given().get(OURS + "/versions").then().body("", hasSize(1));
    }

    @Test
    void nobodysChangeIsLost() {
        Administrator administrator = Administrator.create();
        administrator.put(OURS, NEW, hierarchy(false, group("WEST", "ML")));
        String tag = tag(OURS);
        administrator.put(OURS, tag, hierarchy(false, group("WEST", "ML", "NE")));

        administrator
                .put(OURS, tag, hierarchy(false, group("WEST", "ML", "TD")))
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/registry/precondition-failed"))
                .body("etag", equalTo(tag(OURS)));
        administrator
                .put(OURS, NEW, hierarchy(false, group("WEST", "TD")))
                .then()
                .statusCode(412);
        administrator
                .put(OF_LOCATIONS + "/others", tag, hierarchy(false, group("WEST", "TD")))
                .then()
                .statusCode(412)
                .body("detail", equalTo("There is none yet."));
        administrator.delete(OURS, tag).then().statusCode(412);
        Client.with(administrator.key())
                .contentType(ContentType.JSON)
                .body(hierarchy(false, group("WEST", "TD")))
                .put(OURS)
                .then()
                .statusCode(428)
                .body("type", equalTo("/problems/registry/precondition-required"));
        Client.with(administrator.key()).delete(OURS).then().statusCode(428);
        // what is read of one year alone must not take the place of the whole
        administrator
                .put(
                        OURS,
                        given().get(OURS + "?year=2024").header("ETag"),
                        given().get(OURS + "?year=2024").asString().replace("\"NE\"", "\"TD\""))
                .then()
                .statusCode(412);
        given().get(OURS).then().body("groups[0].members.code", contains("ML", "NE"));
    }

    @Test
    void anotherAdministratorTakesAHierarchyOverBeforeChangingIt() {
        Administrator first = Administrator.create();
        Administrator second = Administrator.create();
        first.put(OURS, NEW, hierarchy(false, group("WEST", "ML")));
        String read = given().get(OURS).asString();
        String claimed = read.replace(first.id(), second.id());

        second.put(OURS, tag(OURS), read.replace("ML", "NE"))
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/registry/not-the-owner"))
                .body("owner", equalTo(first.id()))
                .body("detail", containsString("with owner \"" + second.id() + "\""));
        second.put(OURS, tag(OURS), claimed.replace("ML", "NE"))
                .then()
                .statusCode(403)
                .body("detail", containsString("Take it over first"));
        second.delete(OURS, tag(OURS)).then().statusCode(403);
        first.put(OURS, tag(OURS), claimed).then().statusCode(422).body("findings.pointer", contains("/owner"));

        second.put(OURS, tag(OURS), claimed)
                .then()
                .statusCode(200)
                .body("owner", equalTo(second.id()))
                .body("version", equalTo("1.0.1"));

        second.put(OURS, tag(OURS), claimed.replace("ML", "NE")).then().statusCode(200);
        first.put(OURS, tag(OURS), hierarchy(false, group("WEST", "TD"))).then().statusCode(403);
        given().get(OURS + "/versions")
                .then()
                .body("owner", contains(second.id(), second.id(), first.id()))
                .body("madeBy", contains(second.id(), second.id(), first.id()));
    }

    @Test
    void whatIsShippedIsCopiedAndNotChanged() {
        Administrator administrator = Administrator.create();
        String shipped = OF_LOCATIONS + "/groups";
        String read = given().get(shipped).asString();

        administrator
                .put(shipped, tag(shipped), read.replace("\"AF\"", "\"FR\""))
                .then()
                .statusCode(403)
                .body("owner", equalTo("reference files"));
        administrator
                .put(shipped, tag(shipped), read.replace("reference files", administrator.id()))
                .then()
                .statusCode(403);
        administrator.delete(shipped, tag(shipped)).then().statusCode(403);

        administrator
                .put(OURS, NEW, read)
                .then()
                .statusCode(201)
                .body("id", equalTo("ours"))
                .body("owner", equalTo(administrator.id()))
                .body("groups.code", contains("LDC", "LLDC", "SIDS", "SAHEL"));
    }

    @Test
    void aClosedHierarchyIsOutOfUseAndNotLost() {
        Administrator administrator = Administrator.create();
        administrator.put(OURS, NEW, hierarchy(false, group("WEST", "ML")));
        String closing = tag(OURS);

        administrator.delete(OURS, closing).then().statusCode(204);
        administrator.delete(OURS, closing).then().statusCode(204);

        given().get(OF_LOCATIONS).then().body("id", contains("groups"));
        given().get(OF_LOCATIONS + "?detail=full").then().body("id", not(hasItem("ours")));
        given().get(OF_LOCATIONS + "?closed=true")
                .then()
                .body("id", contains("groups", "ours"))
                .body("closed", contains(false, true));
        given().get(OURS).then().statusCode(200).body("closed", equalTo(true)).body("version", equalTo("2.0.0"));
        given().get(OURS + "?version=1.0.0").then().body("closed", equalTo(false));

        administrator
                .put(OURS, tag(OURS), hierarchy(false, group("WEST", "ML")))
                .then()
                .statusCode(200)
                .body("closed", equalTo(false))
                .body("version", equalTo("2.1.0"));
        administrator.delete(OF_LOCATIONS + "/nothing", closing).then().statusCode(404);
    }
}
