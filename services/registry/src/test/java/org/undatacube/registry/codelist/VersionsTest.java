package org.undatacube.registry.codelist;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.codelists.Code;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.seeding.Reseeding;

@RunningRegistry
class VersionsTest {
    private static final Provenance TEST = new Provenance("a test", "To see what happens");

    @Inject
    Reseeding reseeding;

    @Inject
    CodeListWriter writer;

    @BeforeEach
    void seedAnew() throws SQLException {
        reseeding.fromNothing();
    }

    @Test
    void whatAListSaidAtAnyPastMomentItStillSaysAfterTenChanges() {
        // given ten changes, chosen at random, and what was said after each
        Random random = new Random(3);
        Map<Instant, String> said = new TreeMap<>();
        Map<String, String> byVersion = new TreeMap<>();
        said.put(lastChange(), read(Map.of()));
        for (int step = 1; step <= 10; step++) {
            upsert(changes(random, step));
            said.put(lastChange(), read(Map.of()));
            byVersion.put(version(), read(Map.of()));
        }

        List<Instant> moments = List.copyOf(said.keySet());
        assertEquals(11, moments.size());
        assertEquals(10, byVersion.size());
        for (int index = 0; index < moments.size(); index++) {
            Instant moment = moments.get(index);
            assertEquals(said.get(moment), read(Map.of("asOf", moment.toString())));
            if (index > 0) {
                Instant justBefore = moment.minusNanos(1000);
                assertEquals(said.get(moments.get(index - 1)), read(Map.of("asOf", justBefore.toString())));
            }
        }
        byVersion.forEach((version, answer) -> assertEquals(answer, read(Map.of("version", version))));
        assertNotEquals(said.get(moments.get(0)), said.get(moments.get(10)));
    }

    @Test
    void aVersionSaysWhoMadeItWhenAndWhy() {
        upsert(List.of(marker("7", "Seven")));

        given().get("/api/v1/code-lists/gender-markers/versions")
                .then()
                .statusCode(200)
                .body("version", contains("1.1.0", "1.0.0"))
                .body("revision", contains(2, 1))
                .body("madeBy", contains("a test", "reference files"))
                .body("reason", contains("To see what happens", "What the project ships"))
                .body("added", contains(1, 4))
                .body("changed", contains(0, 0))
                .body("href[1]", equalTo("/api/v1/code-lists/gender-markers?version=1.0.0"));
    }

    @Test
    void theVersionSaysWhatAReaderMustExpect() {
        upsert(List.of(marker("7", "Seven")));
        assertEquals("1.1.0", version());

        upsert(List.of(marker("7", "Seven, in other words")));
        assertEquals("1.1.1", version());

        upsert(List.of(marker("7", "Seven, in other words", new Code.Alias("VII", "Romans"))));
        assertEquals("1.2.0", version());

        upsert(List.of(retired(marker("7", "Seven, in other words", new Code.Alias("VII", "Romans")), 2024)));
        assertEquals("2.0.0", version());

        upsert(List.of(retired(marker("7", "Seven, in other words"), 2025)));
        assertEquals("3.0.0", version());
    }

    @Test
    void aChangeThatSaysNothingNewMakesNoVersion() {
        upsert(List.of(marker("7", "Seven")));
        upsert(List.of(marker("7", "Seven")));

        assertEquals("1.1.0", version());
        given().get("/api/v1/code-lists/gender-markers/versions").then().body("", hasSize(2));
    }

    @Test
    void twoVersionsCanBeComparedFieldByField() {
        upsert(List.of(marker("7", "Seven"), marker("8", "Eight")));
        upsert(List.of(retired(marker("7", "Sept"), 2024)));

        given().queryParam("from", "1.0.0")
                .get("/api/v1/code-lists/gender-markers/diff")
                .then()
                .statusCode(200)
                .body("from", equalTo("1.0.0"))
                .body("to", equalTo("2.0.0"))
                .body("added.code", contains("7", "8"))
                .body("changed", hasSize(0));
        given().queryParam("from", "1.1.0")
                .queryParam("to", "2.0.0")
                .get("/api/v1/code-lists/gender-markers/diff")
                .then()
                .body("retired", contains("7"))
                .body("changed.code", contains("7"))
                .body("changed[0].fields.field", contains("label.en", "validTo"))
                .body("changed[0].fields.from", contains("Seven", null))
                .body("changed[0].fields.to", contains("Sept", 2024));
        given().queryParam("from", "2.0.0")
                .queryParam("to", "1.0.0")
                .get("/api/v1/code-lists/gender-markers/diff")
                .then()
                .body("removed", contains("7", "8"));
    }

    @Test
    void aVersionOrMomentThatNeverWasIsNamedWithThoseThatWere() {
        given().queryParam("version", "7.0.0")
                .get("/api/v1/code-lists/gender-markers")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("version"))
                .body("expected", contains("1.0.0"));
        given().queryParam("asOf", "1999-01-01T00:00:00Z")
                .get("/api/v1/code-lists/gender-markers")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("asOf"))
                .body("expected", startsWith("not before 20"));
        given().queryParam("asOf", "yesterday")
                .get("/api/v1/code-lists/gender-markers")
                .then()
                .statusCode(400)
                .body("expected", containsString("2026-03-31"));
        given().get("/api/v1/code-lists/gender-markers/diff")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("from"));
        given().get("/api/v1/code-lists/nothing/versions").then().statusCode(404);
    }

    @Test
    void anOldVersionCanBeFilteredAndKeptForEver() {
        upsert(List.of(marker("7", "Seven")));

        given().queryParam("version", "1.1.0")
                .queryParam("q", "seven")
                .get("/api/v1/code-lists/gender-markers")
                .then()
                .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
                .body("codes.code", contains("7"));
        given().queryParam("version", "1.0.0")
                .get("/api/v1/code-lists/gender-markers/codes/7")
                .then()
                .statusCode(404);
        given().get("/api/v1/code-lists/gender-markers/codes/7").then().statusCode(200);
        given().get("/api/v1/code-lists").then().body("changedAt", everyItem(startsWith("20")));
    }

    private static List<Code> changes(Random random, int step) {
        List<Code> changes = new ArrayList<>();
        changes.add(marker("new" + step, "Came in at step " + step));
        changes.add(marker(String.valueOf(random.nextInt(4)), "Renamed at step " + step));
        if (random.nextBoolean()) {
            changes.add(retired(marker("new" + (1 + random.nextInt(step)), "Retired"), 2024));
        }
        return changes;
    }

    private static Code marker(String code, String label, Code.Alias... aliases) {
        return new Code(
                code,
                "marker",
                null,
                Map.of("en", label),
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(aliases),
                Map.of());
    }

    private static Code retired(Code code, int year) {
        return new Code(
                code.code(),
                code.level(),
                code.parent(),
                code.label(),
                code.labelOrigin(),
                code.definition(),
                code.notes(),
                code.validFrom(),
                year,
                code.supersededBy(),
                code.aliases(),
                code.attributes());
    }

    private void upsert(List<Code> codes) {
        QuarkusTransaction.requiringNew().run(() -> writer.upsert("gender-markers", codes, TEST));
    }

    private static String read(Map<String, String> parameters) {
        return given().queryParams(parameters)
                .get("/api/v1/code-lists/gender-markers")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String version() {
        return given().get("/api/v1/code-lists/gender-markers").path("version");
    }

    private static Instant lastChange() {
        return Instant.parse(
                given().get("/api/v1/code-lists/gender-markers/versions").path("[0].madeAt"));
    }
}
