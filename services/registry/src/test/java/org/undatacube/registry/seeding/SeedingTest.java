package org.undatacube.registry.seeding;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.codelist.ReferenceList;

@RunningRegistry
class SeedingTest {
    @Inject
    Seeding seeding;

    @Inject
    Reseeding reseeding;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void seedAnew() throws SQLException {
        reseeding.fromNothing();
    }

    @Test
    void isReadyOnceSeeded() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.find { it.name == 'code lists seeded' }.status", equalTo("UP"));
    }

    @Test
    void seedingAgainChangesNothing() {
        String before = given().get("/api/v1/code-lists").asString();
        String etag = given().get("/api/v1/code-lists/entities").header("ETag");

        seeding.seed();

        assertEquals(before, given().get("/api/v1/code-lists").asString());
        assertEquals(etag, given().get("/api/v1/code-lists/entities").header("ETag"));
    }

    @Test
    void aChangedFileGivesTheListANewVersionAndPutsItRight() throws SQLException {
        // given a registry that was last seeded from another file, in which the third marker had another name
        reseeding.withPast(
                "gender-markers",
                "update code_state set labels = '{\"en\": \"another\"}' where list_id = 'gender-markers' and code = '3'",
                "update reference_code set hash = 'older' where list_id = 'gender-markers' and code = '3'");

        seeding.seed();

        given().get("/api/v1/code-lists/gender-markers")
                .then()
                .body("version", equalTo("1.0.1"))
                .body("codes.code", contains("0", "1", "2", "3"))
                .body("codes[3].label.en", equalTo("Gender equality as the principal objective"));
    }

    @Test
    void whatAnAdministratorMadeOfACodeStaysWhereTheFileSaysTheSameAsBefore() throws SQLException {
        // given a registry in which the third marker was given another name after it was seeded
        reseeding.withPast(
                "gender-markers",
                "update code_state set labels = '{\"en\": \"another\"}' where list_id = 'gender-markers' and code = '3'");

        seeding.seed();

        given().get("/api/v1/code-lists/gender-markers")
                .then()
                .body("version", equalTo("1.0.0"))
                .body("codes[3].label.en", equalTo("another"));
    }

    @Test
    void aChangedFileGivesTheHierarchyANewVersion() throws SQLException {
        // given a registry that was last seeded from another file, in which the five Ps had another name
        reseeding.withPastHierarchy(
                "update hierarchy_version set titles = '{\"en\": \"another\"}' where hierarchy = 'five-ps'",
                "update hierarchy set reference_hash = 'older' where id = 'five-ps'");

        seeding.seed();

        given().get("/api/v1/code-lists/sdgs/hierarchies/five-ps")
                .then()
                .body("version", equalTo("1.0.1"))
                .body("titles.en", equalTo("The five Ps"));
        given().get("/api/v1/code-lists/locations/hierarchies/groups").then().body("version", equalTo("1.0.0"));
    }

    @Test
    void whatAnAdministratorKeepsUnderANameThatIsShippedLaterStays() throws SQLException {
        reseeding.withPastHierarchy(
                "update hierarchy_version set owner = 'somebody', titles = '{\"en\": \"ours\"}'"
                        + " where hierarchy = 'five-ps'",
                "update hierarchy set reference_hash = null where id = 'five-ps'");

        seeding.seed();

        given().get("/api/v1/code-lists/sdgs/hierarchies/five-ps")
                .then()
                .body("version", equalTo("1.0.0"))
                .body("owner", equalTo("somebody"))
                .body("titles.en", equalTo("ours"));
    }

    @Test
    void theReferenceFilesAreSound() {
        for (ReferenceList list : ReferenceFiles.lists()) {
            CodeList codes = new CodeList(
                    list.id(), list.id(), "1.0.0", list.levels(), list.codes().get());
            Set<String> spellings = new HashSet<>();
            for (Code code : codes.codes()) {
                assertTrue(spellings.add(fold(code.code())), list.id() + ": the code " + code.code() + " twice");
                if (code.parent() != null) {
                    Code parent = codes.find(code.parent()).orElseThrow();
                    assertTrue(
                            list.levels().indexOf(parent.level())
                                    < list.levels().indexOf(code.level()),
                            list.id() + ": " + code.code() + " stands no lower than its parent");
                }
            }
            for (Code code : codes.codes()) {
                for (Code.Alias alias : code.aliases()) {
                    assertTrue(
                            spellings.add(fold(alias.alias()))
                                    || fold(alias.alias()).equals(fold(code.code())),
                            list.id() + ": " + alias.alias() + " means two things");
                }
            }
        }
    }

    @Test
    void theDatabaseRefusesWhatTheRulesRefuse() {
        for (String wrong : List.of(
                "update code_state set level = 'goal' where list_id = 'sdgs' and code = '1.1'",
                "delete from code_state where list_id = 'sdgs' and code = '1.1'",
                "delete from known_code where list_id = 'sdgs' and code = '1.1'",
                "update code_list_version set version = '9.0.0' where list_id = 'sdgs'",
                another("parent", "'nowhere'"),
                another("valid_to", "1900"),
                another("superseded_by", "code"),
                another("parent", "code"),
                "insert into known_code values ('sdgs', ' 1.1')",
                "update exchange_rate set units_per_usd = 0",
                "update api_key set entity = 'UNDP'",
                "update api_key set roles = array['boss']",
                "update api_key set roles = '{}'")) {
            assertThrows(SQLException.class, () -> execute(wrong), wrong);
        }
    }

    /** Target 1.1 as a second version would have it, but for one column. */
    private static String another(String column, String value) {
        List<String> columns = new ArrayList<>(List.of(
                "list_id, code, position, level, labels, label_origins, aliases, attributes, valid_from".split(", ")));
        columns.removeIf(column::equals);
        String names = String.join(", ", columns);
        return "insert into code_state (revision, %s, %s) select 1 + revision, %s, %s from code_state"
                        .formatted(names, column, names, value)
                + " where list_id = 'sdgs' and code = '1.1'";
    }

    private static String fold(String spelling) {
        return spelling.strip().toUpperCase(Locale.ROOT);
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }
}
