package org.undatacube.registry.importing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.undatacube.registry.ServedLists.codes;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.codelists.Code;
import org.undatacube.registry.Client;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.ServedLists;
import org.undatacube.registry.seeding.Reseeding;

@RunningRegistry
class ImportTest {
    private static final String HEADER = "NAME,CEB CODE,CONTRIBUTOR TYPE\n";

    @Inject
    Reseeding reseeding;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void seedAnew() throws SQLException {
        reseeding.fromNothing();
    }

    @Test
    void whatIsOddIsImportedAndSaid() {
        importDonors("\uFEFFname,CEB Code,CONTRIBUTOR TYPE\r\n"
                        + " Acme , ACME1,C06\r\n"
                        + "Acme,ACME1,C06\r\n"
                        + "Acme Holding,ACME1,C05\r\n"
                        + ",,\r\n"
                        + "Mystery,MYST,xx\r\n"
                        + "Acme Holding,MYST,xx\r\n")
                .statusCode(200)
                .body("dryRun", equalTo(false))
                .body("accepted", equalTo(true))
                .body("added", equalTo(2))
                .body("conflicting", equalTo(0))
                .body("suspicious", equalTo(6))
                .body("findings.row", contains(2, 2, 3, 4, 4, 5, 6, 7, 7))
                .body(
                        "findings.severity",
                        contains("note", "note", "warn", "warn", "warn", "note", "warn", "warn", "warn"))
                .body("findings[0].value", equalTo(" ACME1"))
                .body("findings[5].message", equalTo("The row is blank."));

        given().get("/api/v1/code-lists/contributors/codes/ACME1")
                .then()
                .body("label.en", equalTo("Acme"))
                .body("labelOrigin.en", equalTo("official"))
                .body("parent", equalTo("C06"))
                .body("aliases.alias", contains("Acme Holding"));
        given().get("/api/v1/code-lists/contributors/codes/MYST")
                .then()
                .body("parent", equalTo("XX"))
                .body("aliases", hasSize(0));
    }

    @Test
    void aContributorThatChangesItsNameKeepsTheOldOneAndItsFormerNameIsNoChange() {
        importDonors(HEADER + "Acme,ACME1,C06\n").body("version", equalTo("1.1.0"));

        importDonors(HEADER + "New Acme,ACME1,C06\n")
                .body("version", equalTo("1.2.0"))
                .body("changed", equalTo(1))
                .body("findings[0].message", containsString("was called \"Acme\""));
        importDonors(HEADER + "ACME,ACME1,C06\n")
                .body("version", equalTo("1.2.0"))
                .body("unchanged", equalTo(1))
                .body("findings[0].severity", equalTo("note"))
                .body(
                        "findings[0].message",
                        equalTo("The list calls ACME1 \"New Acme\", and knows this as another spelling."));

        given().get("/api/v1/code-lists/contributors/codes/ACME1")
                .then()
                .body("label.en", equalTo("New Acme"))
                .body("aliases.alias", contains("Acme"));
    }

    @Test
    void aFundOfTheSameStartGetsACodeThatDoesNotDependOnItsNeighbours() {
        String header = "Fund name,OECD-DAC Channel code,AA name = IATI Accountable Org.,Type of inter-agency pooled"
                + " fund (for OECD)\n";
        String one = "Fund for the most remarkable and lasting improvement of everything in the north,41401,UNDP,Global"
                + " fund\n";
        String two = one.replace("north", "south");
        importFile("instruments", "ceb-pooled-funds", header + one + two).body("added", equalTo(2));
        List<String> codes = codes(ServedLists.read("instruments"), "fund");

        importFile("instruments", "ceb-pooled-funds", header + two + one).body("unchanged", equalTo(2));

        assertEquals(
                2,
                codes.stream()
                        .filter(code -> code.startsWith("R03A-FUND-FOR-THE-MOST"))
                        .distinct()
                        .count());
        assertEquals(codes, codes(ServedLists.read("instruments"), "fund"));
    }

    @Test
    void whatCebsFileDoesNotSayStaysAsItIs() {
        Code before = ServedLists.read("instruments").find("R03A").orElseThrow();

        importFile(
                        "instruments",
                        "ceb-instruments",
                        "CODE,DESC,NAME,TYPE\n"
                                + "R03A,,UN Inter-agency pooled funds,Voluntary non-core (earmarked) contributions\n"
                                + "R03G,Something else,A new instrument,voluntary non-core (earmarked) contributions\n")
                .statusCode(200)
                .body("diff.added.code", contains("R03G"))
                .body("diff.added[0].level", equalTo("instrument"))
                .body("diff.added[0].parent", equalTo("R03"))
                .body("diff.added[0].definition", equalTo("Something else"))
                .body("changed", equalTo(0));

        assertEquals(before, ServedLists.read("instruments").find("R03A").orElseThrow());
    }

    @Test
    void aDryRunShowsEverythingThatIsFoundAndWhatWouldChange() {
        ImportedFiles.dryRun(
                        "contributors",
                        "ceb-donors",
                        HEADER
                                + "Acme,ACME1,C06\nKingdom of Sweden,SE,C01\nNobody,NOBODY,C99\nFran\u00C3\u00A7ois,FR2,C06\n")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("accepted", equalTo(false))
                .body("version", equalTo("1.0.0"))
                .body("conflicting", equalTo(1))
                .body("suspicious", equalTo(3))
                .body("diff.added.code", contains("ACME1", "FR2"))
                .body("diff.changed.code", contains("SE"))
                .body("diff.changed[0].fields.field", contains("label.en", "aliases"))
                .body("diff.changed[0].fields[0].from", equalTo("Sweden"))
                .body("diff.changed[0].fields[0].to", equalTo("Kingdom of Sweden"))
                .body("absent.size()", equalTo(3929))
                .body("findings.row", contains(3, 3, 4, 5))
                .body("findings[2].severity", equalTo("reject"))
                .body("findings[2].field", equalTo("CONTRIBUTOR TYPE"))
                .body("findings[2].value", equalTo("C99"))
                .body("findings[2].message", equalTo("There is no contributor type C99."))
                .body("findings[2].expected", containsString("C01, C02"))
                .body("findings[3].expected", equalTo("Fran\u00E7ois"));
    }

    @Test
    void nothingIsStoredOfADryRunOrOfAFileThatIsRefused() throws SQLException {
        String content = given().get("/api/v1/code-lists/contributors").asString();
        Map<String, Long> before = rows();

        ImportedFiles.dryRun("contributors", "ceb-donors", HEADER + "Acme,ACME1,C06\n")
                .statusCode(200)
                .body("added", equalTo(1));
        importDonors(HEADER
                        + "Acme,ACME1,C06\n"
                        + "Nobody,NOBODY,C99\n"
                        + ",NONAME,C06\n"
                        + "A type,C01,C01\n"
                        + "Comma, unquoted,COMMA,C01\n")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/registry/import-rejected"))
                .body("findings.row", contains(3, 4, 5, 6));
        importFile("contributors", "datacube", "code,parent,level,label_en\nA,B,type,a\nB,A,contributor,b\n")
                .statusCode(422)
                .body(
                        "findings.message",
                        contains("The code is above itself: A > B > A.", "The code is above itself: B > A > B."));
        importDonors(HEADER + "\"Acme,ACME1,C06\n").statusCode(400);
        ImportedFiles.send("sdgs", "datacube", "code,notes\n1,x\n", Map.of("retireAbsent", "2015"))
                .statusCode(400);

        assertEquals(before, rows());
        assertEquals(content, given().get("/api/v1/code-lists/contributors").asString());
        importDonors(HEADER + "Acme,ACME1,C06\n").statusCode(200);
        assertNotEquals(before, rows());
    }

    @Test
    void codesThatTheFileNoLongerHasAreRetiredOnlyWhereThatIsAskedFor() {
        String file = "code,notes\n0,Nothing\n1,Something\n3,All\n";

        importFile("gender-markers", "datacube", file)
                .body("absent", contains("2"))
                .body("retired", equalTo(0))
                .body("changed", equalTo(3))
                .body("version", equalTo("1.0.1"));
        ImportedFiles.send("gender-markers", "datacube", file, Map.of("retireAbsent", "2025"))
                .statusCode(200)
                .body("absent", contains("2"))
                .body("retired", equalTo(1))
                .body("changed", equalTo(1))
                .body("unchanged", equalTo(3))
                .body("diff.retired", contains("2"))
                .body("diff.changed[0].fields[0].field", equalTo("validTo"))
                .body("diff.changed[0].fields[0].to", equalTo(2025))
                .body("version", equalTo("2.0.0"));

        importFile("gender-markers", "datacube", file)
                .body("absent", hasSize(0))
                .body("unchanged", equalTo(3));
    }

    @Test
    void aCodeCannotBeRetiredBeforeItBegan() {
        ImportedFiles.send("sdgs", "datacube", "code,notes\n1,x\n", Map.of("retireAbsent", "2015"))
                .statusCode(400)
                .body("parameter", equalTo("retireAbsent"))
                .body("detail", equalTo("The file does not have 2, which may be reported from 2016 only."))
                .body("expected", equalTo("2016 or later"));
    }

    @Test
    void whatIsNotTheFileIsRefused() {
        importDonors("a,b\n1,2\n")
                .statusCode(400)
                .body("type", equalTo("/problems/registry/malformed-body"))
                .body("detail", equalTo("The header row has no column CEB CODE."))
                .body("expected", contains("CEB CODE", "CONTRIBUTOR TYPE", "NAME"));
        importDonors("").statusCode(400);
        importDonors(HEADER + "\"Acme,ACME1,C06\n")
                .statusCode(400)
                .body(
                        "detail",
                        equalTo(
                                "The file is not well-formed CSV: a quotation mark is not closed, or text follows it in the"
                                        + " row that begins on line 2."));
        Client.asAdministrator()
                .contentType("text/csv")
                .body((HEADER + "Cura\u00e7ao,CW,C01\n").getBytes(StandardCharsets.ISO_8859_1))
                .post("/api/v1/code-lists/contributors/imports?format=ceb-donors")
                .then()
                .statusCode(400)
                .body("line", equalTo(2))
                .body(
                        "detail",
                        equalTo(
                                "The file is not in UTF-8: see line 2, which read as Windows-1252 is \"Cura\u00e7ao,CW,C01\"."
                                        + " Save it as CSV in UTF-8."));
        Client.asAdministrator()
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/code-lists/contributors/imports?format=ceb-donors")
                .then()
                .statusCode(415);
    }

    @Test
    void aListTakesItsOwnFormatsAndTheProjects() {
        given().get("/api/v1/code-lists/contributors/imports/formats")
                .then()
                .statusCode(200)
                .body("format", contains("ceb-contributor-types", "ceb-donors", "datacube"))
                .body("[1].columns.name", contains("CEB CODE", "CONTRIBUTOR TYPE", "NAME"))
                .body("[2].columns.name[0]", equalTo("code"))
                .body("[2].columns.required[0]", equalTo(true))
                .body("[2].columns.required[1]", equalTo(false))
                .body("[2].columns", hasSize(17));
        given().get("/api/v1/code-lists/gender-markers/imports/formats").then().body("format", contains("datacube"));
        given().get("/api/v1/code-lists/nothing/imports/formats").then().statusCode(404);

        importFile("instruments", "ceb-donors", "x")
                .statusCode(400)
                .body("parameter", equalTo("format"))
                .body("expected", contains("ceb-instruments", "ceb-pooled-funds", "ceb-thematic-funds", "datacube"));
        importFile("nothing", "ceb-donors", "x").statusCode(404);
        Client.asAdministrator()
                .contentType("text/csv")
                .body("x")
                .post("/api/v1/code-lists/contributors/imports")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("format"))
                .body("value", nullValue());
    }

    @Test
    void aParameterThatIsMisspeltStoresNothing() {
        for (String wrong : List.of("yes", "1", "TRUE", "")) {
            ImportedFiles.send("contributors", "ceb-donors", HEADER, Map.of("dryRun", wrong))
                    .statusCode(400)
                    .body("parameter", equalTo("dryRun"))
                    .body("expected", contains("true", "false"));
        }
        ImportedFiles.send("contributors", "ceb-donors", HEADER, Map.of("retireAbsent", "25"))
                .statusCode(400)
                .body("parameter", equalTo("retireAbsent"));
    }

    /** How many rows each table has, whatever tables there are. */
    private Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'public'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            assertTrue(tables.containsAll(List.of("code_list_version", "code_state", "known_code")));
            for (String table : tables) {
                try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
        }
        return rows;
    }

    private static ValidatableResponse importDonors(String file) {
        return importFile("contributors", "ceb-donors", file);
    }

    private static ValidatableResponse importFile(String list, String format, String file) {
        return ImportedFiles.send(list, format, file);
    }
}
