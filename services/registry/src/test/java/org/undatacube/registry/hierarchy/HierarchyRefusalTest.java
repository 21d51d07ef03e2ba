package org.undatacube.registry.hierarchy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.undatacube.registry.hierarchy.Administrator.NEW;
import static org.undatacube.registry.hierarchy.WrittenHierarchy.OF_GOALS;
import static org.undatacube.registry.hierarchy.WrittenHierarchy.group;
import static org.undatacube.registry.hierarchy.WrittenHierarchy.hierarchy;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.seeding.Reseeding;

/** What no hierarchy can be. */
@RunningRegistry
class HierarchyRefusalTest {
    @Inject
    Reseeding reseeding;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void seedAnew() throws SQLException {
        reseeding.hierarchiesFromNothing();
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
}
