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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
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
    DataSource dataSource;

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
        execute(
                "update label set text = 'another' where code_id ="
                        + " (select id from code where list_id = 'gender-markers' and code = '3')",
                "update code_list set reference_hash = 'older', content_hash = 'older', version = '1.4.2'"
                        + " where id = 'gender-markers'");

        seeding.seed();

        given().get("/api/v1/code-lists/gender-markers")
                .then()
                .body("version", equalTo("1.4.3"))
                .body("codes.code", contains("0", "1", "2", "3"))
                .body("codes[3].label.en", equalTo("Gender equality as the principal objective"));
    }

    @Test
    void theReferenceFilesAreSound() {
        for (ReferenceList list : ReferenceFiles.lists()) {
            CodeList codes = new CodeList(list.id(), list.title(), "1.0.0", list.levels(), list.codes());
            Set<String> spellings = new HashSet<>();
            for (Code code : list.codes()) {
                assertTrue(spellings.add(fold(code.code())), list.id() + ": the code " + code.code() + " twice");
                if (code.parent() != null) {
                    Code parent = codes.find(code.parent()).orElseThrow();
                    assertTrue(
                            list.levels().indexOf(parent.level())
                                    < list.levels().indexOf(code.level()),
                            list.id() + ": " + code.code() + " stands no lower than its parent");
                }
            }
            for (Code code : list.codes()) {
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
                "update code set parent = 'nowhere' where list_id = 'sdgs' and code = '1.1'",
                "update code set level = 'nowhere' where list_id = 'sdgs' and code = '1.1'",
                "update code set valid_from = 2020, valid_to = 2019 where list_id = 'sdgs' and code = '1.1'",
                "update code set superseded_by = '1.1' where list_id = 'sdgs' and code = '1.1'",
                "update code set code = ' 1.1' where list_id = 'sdgs' and code = '1.1'",
                "update alias set spelling = 'UNWTO' where spelling = 'UNRISD'",
                "update exchange_rate set units_per_usd = 0",
                "update api_key set entity = 'UNDP'",
                "update api_key set roles = array['boss']",
                "update api_key set roles = '{}'")) {
            assertThrows(SQLException.class, () -> execute(wrong), wrong);
        }
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
