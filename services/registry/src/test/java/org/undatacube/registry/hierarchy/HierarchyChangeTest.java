package org.undatacube.registry.hierarchy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.http.Role;
import org.undatacube.registry.Client;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.seeding.Reseeding;

/** Hierarchies of an administrator's own. */
@RunningRegistry
class HierarchyChangeTest {
    private static final String OF_LOCATIONS = "/api/v1/code-lists/locations/hierarchies";
    private static final String OURS = OF_LOCATIONS + "/ours";
    private static final String OF_GOALS = "/api/v1/code-lists/sdgs/hierarchies/ours";
    private static final String NEW = "new";

    @Inject
    Reseeding reseeding;

    @Inject
    DataSource dataSource;

    /** An administrator, and the identifier of the key. */
    private record Administrator(String key, String id) {
        static Administrator create() {
            Response created = Client.createKey(Role.ADMINISTRATOR);
            return new Administrator(created.path("key"), created.path("id"));
        }

        /** @param tag of what is expected there, or {@code new} */
        Response put(String path, String tag, String body) {
            return Client.with(key)
                    .header(tag.equals(NEW) ? "If-None-Match" : "If-Match", tag.equals(NEW) ? "*" : tag)
                    .contentType(ContentType.JSON)
                    .body(body)
                    .put(path);
        }

        Response delete(String path, String tag) {
            return Client.with(key).header("If-Match", tag).delete(path);
        }
    }

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

    @Test
    void theVersionSaysWhatAReaderMustExpect() {
        Administrator administrator = Administrator.create();
        Map<String, String> versions = new TreeMap<>();
        administrator.put(OF_GOALS, NEW, hierarchy(false, group("A", "1", "2")));
        for (String body : List.of(
                hierarchy(false, group("A", "1", "2"), group("B", "3")),
                hierarchy(true, group("A", "1", "2"), group("B", "3")),
                hierarchy(true, group("B", "3"), group("A", "1", "2")),
                hierarchy(true, group("B", "3"), group("A", "1", "2:2015-")),
                hierarchy(true, group("B", "3"), group("A", "1", "2:2010-")),
                hierarchy(true, group("B", "3")),
                hierarchy(false, group("B", "3")))) {
            versions.put(administrator.put(OF_GOALS, tag(OF_GOALS), body).path("version"), "");
        }

        assertEquals(
                List.of("1.1.0", "1.2.0", "1.2.1", "2.0.0", "2.1.0", "3.0.0", "4.0.0"), List.copyOf(versions.keySet()));
    }

    @Test
    void twoVersionsCanBeCompared() {
        Administrator administrator = Administrator.create();
        administrator.put(OF_GOALS, NEW, hierarchy(false, group("A", "1", "2"), group("B", "3")));
        administrator.put(OF_GOALS, tag(OF_GOALS), hierarchy(true, group("A", "1", "4:2020-2022"), group("C", "5")));

        given().queryParam("from", "1.0.0")
                .get(OF_GOALS + "/diff")
                .then()
                .statusCode(200)
                .body("from", equalTo("1.0.0"))
                .body("to", equalTo("2.0.0"))
                .body("fields.field", contains("exclusive"))
                .body("added", contains("C"))
                .body("removed", contains("B"))
                .body("changed.group", contains("A"))
                .body("changed[0].membersAdded.code", contains("4"))
                .body("changed[0].membersAdded[0].validTo", equalTo(2022))
                .body("changed[0].membersRemoved.code", contains("2"));
    }

    @Test
    void whatAHierarchySaidAtAnyPastMomentItStillSaysAfterTenChanges() {
        Administrator administrator = Administrator.create();
        Random random = new Random(5);
        Map<Instant, String> said = new TreeMap<>();
        String tag = NEW;
        for (int step = 0; step <= 10; step++) {
            String members = random.ints(1 + random.nextInt(6), 1, 18)
                    .distinct()
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining(" "));
            administrator
                    .put(OF_GOALS, tag, hierarchy(false, group("STEP" + step, members.split(" "))))
                    .then()
                    .statusCode(step == 0 ? 201 : 200);
            tag = tag(OF_GOALS);
            said.put(
                    Instant.parse(given().get(OF_GOALS + "/versions").path("[0].madeAt")),
                    given().get(OF_GOALS).asString());
        }

        assertEquals(11, said.size());
        List<Instant> moments = List.copyOf(said.keySet());
        IntStream.range(0, moments.size()).forEach(index -> {
            Instant moment = moments.get(index);
            assertEquals(said.get(moment), asOf(moment));
            if (index > 0) {
                assertEquals(said.get(moments.get(index - 1)), asOf(moment.minusNanos(1000)));
            }
        });
        given().queryParam("asOf", moments.get(3).toString())
                .queryParam("detail", "full")
                .get("/api/v1/code-lists/sdgs/hierarchies")
                .then()
                .body("find { it.id == 'ours' }.groups[0].code", equalTo("STEP3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A 5.9 | /groups/0/members/0/code | The list sdgs has no code 5.9. | 5.1",
                "A 1:2020-2019 | /groups/0/members/0/validTo | The last year is before the first, 2020. |",
                "A 1:99- | /groups/0/members/0/validFrom | A year is from 1900 to 2100, or left out where there is no bound. |",
                "A 1 , a 2 | /groups/1/code | Another group has this code, be it in other letters' case. |",
                "A 1:2000- 1:-2000 | /groups/0/members/1 | 1 is in A in some of the same years (/groups/0/members/0); give each member's years once. |",
                "A 1 , B 1:2020- | /groups/1/members/0 | 1 is in A in some of the same years (/groups/0/members/0); in an exclusive hierarchy a code is in one group at a time. |",
                "A 1.1:-2010 , B 1:2010- | /groups/0/members/0 | 1.1 is below 1, which is in B in some of the same years (/groups/1/members/0); in an exclusive hierarchy a code is in one group at a time. |",
            })
    void refusesWhatCannotBeAndPointsAtIt(String groups, String pointer, String message, String nearest) {
        String[] all = List.of(groups.split(" , ")).stream()
                .map(words -> words.strip().split(" ", 2))
                .map(words -> group(words[0], words[1].split(" ")))
                .toArray(String[]::new);

        Administrator.create()
                .put(OF_GOALS, NEW, hierarchy(true, all))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/registry/invalid-hierarchy"))
                .body("findings.pointer", contains(pointer))
                .body("findings[0].message", equalTo(message))
                .body("findings[0].nearest", nearest == null ? equalTo(null) : hasItem(nearest));
        given().get(OF_GOALS).then().statusCode(404);
    }

    @Test
    void aCodeMayChangeItsGroupFromOneYearToTheNextAndBeBelowAnotherOfItsGroup() {
        Administrator.create()
                .put(OF_GOALS, NEW, hierarchy(true, group("A", "1:-2010", "1.1:-2010", "2"), group("B", "1:2011-")))
                .then()
                .statusCode(201);
    }

    @Test
    void refusesANameThatAQuestionCouldNotUse() {
        Administrator administrator = Administrator.create();
        String body = hierarchy(false, group("A", "1"));

        administrator
                .put("/api/v1/code-lists/sdgs/hierarchies/goal", NEW, body)
                .then()
                .statusCode(422)
                .body("findings.message", contains("A level of sdgs is called so; a question could mean either."));
        administrator
                .put("/api/v1/code-lists/sdgs/hierarchies/only", NEW, body)
                .then()
                .statusCode(422)
                .body(
                        "findings.message",
                        contains("In a cut only is a word of the question; a hierarchy cannot be called so."));
        administrator
                .put("/api/v1/code-lists/sdgs/hierarchies/Ours", NEW, body)
                .then()
                .statusCode(422);
        administrator
                .put("/api/v1/code-lists/nothing/hierarchies/ours", NEW, body)
                .then()
                .statusCode(404);
        for (String wrong : List.of("-", "a;b", "a:b", "a|b", "", " ")) {
            administrator
                    .put(OF_GOALS, NEW, hierarchy(false, group(wrong, "1")))
                    .then()
                    .statusCode(422)
                    .body("findings.pointer", contains("/groups/0/code"));
        }
    }

    @Test
    void refusesWhatIsNotInWords() {
        Administrator administrator = Administrator.create();

        administrator
                .put(OF_GOALS, NEW, """
                        {"titles": {"fr": "Les nôtres", "de": "Unsere"}, "titleOrigins": {"fr": "guessed"},
                         "definition": "\\u0000", "groups": [{"code": "A", "label": {"en": " "}}]}""")
                .then()
                .statusCode(422)
                .body(
                        "findings.pointer",
                        contains("/titles", "/titles", "/titleOrigins/fr", "/definition", "/groups/0/label/en"));
        administrator
                .put(OF_GOALS, NEW, "{\"titles\": {\"en\": \"None\"}, \"groups\": []}")
                .then()
                .statusCode(422)
                .body("findings.pointer", contains("/groups"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"titles\": \"Ours\"}",
                "{\"groups\": [null]}",
                "{\"groups\": [{\"code\": \"A\", \"members\": [null]}]}",
                "{\"groups\": [{\"code\": \"A\", \"members\": [{\"code\": \"1\", \"validfrom\": 2020}]}]}",
                "{\"groups\": [{\"code\": \"A\", \"members\": [{\"code\": \"1\", \"validFrom\": 2020.5}]}]}",
                "{\"closed\": true, \"closed\": false}",
                "{} {}"
            })
    void refusesABodyOfAnotherForm(String body) {
        Administrator.create()
                .put(OF_GOALS, NEW, body)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/registry/malformed-body"));
    }

    @Test
    void theDatabaseRefusesToForget() {
        for (String wrong : List.of(
                "update hierarchy_version set owner = 'me'",
                "delete from hierarchy_version",
                "delete from hierarchy",
                "insert into hierarchy values ('sdgs', 'Five Ps', null)")) {
            assertThrows(SQLException.class, () -> execute(wrong), wrong);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String tag(String path) {
        return given().get(path).header("ETag");
    }

    private static String asOf(Instant moment) {
        return given().queryParam("asOf", moment.toString()).get(OF_GOALS).asString();
    }

    private static String hierarchy(boolean exclusive, String... groups) {
        return "{\"exclusive\": %s, \"titles\": {\"en\": \"Ours\"}, \"groups\": [%s]}"
                .formatted(exclusive, String.join(", ", groups));
    }

    /** @param members codes, with years behind a colon: {@code 2015-2020}, {@code 2015-}, {@code -2020} */
    private static String group(String code, String... members) {
        return "{\"code\": \"%s\", \"label\": {\"en\": \"Group %s\"}, \"members\": [%s]}"
                .formatted(
                        code,
                        code,
                        List.of(members).stream()
                                .map(HierarchyChangeTest::member)
                                .collect(Collectors.joining(", ")));
    }

    private static String member(String text) {
        String[] parts = text.split(":", 2);
        String[] years = parts.length == 1 ? new String[] {"", ""} : parts[1].split("-", 2);
        return "{\"code\": \"%s\", \"validFrom\": %s, \"validTo\": %s}"
                .formatted(parts[0], years[0].isEmpty() ? "null" : years[0], years[1].isEmpty() ? "null" : years[1]);
    }
}
