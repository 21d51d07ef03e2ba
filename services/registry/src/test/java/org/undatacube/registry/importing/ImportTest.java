package org.undatacube.registry.importing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.undatacube.registry.ServedLists.codes;
import static org.undatacube.registry.ServedLists.meaning;
import static org.undatacube.registry.ServedLists.path;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.registry.Client;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.ServedLists;
import org.undatacube.registry.SharedData;
import org.undatacube.registry.seeding.Reseeding;

@RunningRegistry
class ImportTest {
    private static final String DONORS = "ceb-codes/DONORS.csv";
    private static final String POOLED_FUNDS = "ceb-codes/UN_INTER_AGENCY_POOLED_FUNDS.csv";
    private static final String THEMATIC_FUNDS = "ceb-codes/THEMATIC_FUNDS.csv";

    @Inject
    Reseeding reseeding;

    @BeforeEach
    void seedAnew() throws SQLException {
        reseeding.fromNothing();
    }

    @Test
    void takesTheCebsContributorsAsTheyAreAndLosesNone() {
        JsonPath report =
                importDonors(SharedData.text(DONORS)).statusCode(200).extract().jsonPath();

        assertEquals("contributors", report.getString("list"));
        assertEquals("1.0.0", report.getString("version"), report.prettify());
        assertEquals(0, report.getInt("added"));
        assertEquals(3930, report.getInt("unchanged"));
        CodeList contributors = ServedLists.read("contributors");
        assertEquals(3930, codes(contributors, "contributor").size());
        for (NamedCsvRecord row : SharedData.rows(DONORS)) {
            Code code = contributors.find(row.getField("CEB CODE").strip()).orElseThrow();
            String name = row.getField("NAME").strip();
            assertTrue(
                    code.englishLabel().equals(name)
                            || code.aliases().stream()
                                    .anyMatch(alias -> alias.alias().equalsIgnoreCase(name))
                            || mentions(report, name),
                    row.toString());
        }
        assertEquals("Namibia", contributors.find("NA").orElseThrow().englishLabel());
        assertEquals(List.of("C01", "SE"), path(contributors, "SE"));
        assertEquals("SE", meaning(contributors, "SWEDISH INTERNATIONAL DEVELOPMENT COOPERATION AGENCY"));
    }

    @Test
    void everyOddityOfTheContributorsIsAFindingWithItsRow() {
        JsonPath report =
                importDonors(SharedData.text(DONORS)).statusCode(200).extract().jsonPath();

        assertEquals(
                List.of(379, 1713, 1784, 2807, 2902, 3061),
                report.getList("findings.findAll { it.value == 'xx' }.row").stream()
                        .sorted()
                        .toList());
        assertEquals(
                6,
                ServedLists.read("contributors").codes().stream()
                        .filter(code -> "XX".equals(code.parent()))
                        .count());
        assertEquals(
                3,
                report.getList("findings.findAll { it.message.contains('that one is kept') }")
                        .size());
        assertEquals(
                147,
                report.getList("findings.findAll { it.message.contains('another spelling')"
                                + " || it.message.contains('is not kept for') }")
                        .size());
        assertEquals(
                0,
                report.getList("findings.findAll { it.severity == 'reject' }").size());
    }

    @Test
    void importingTheSameFileAgainChangesNothing() {
        importDonors(SharedData.text(DONORS)).statusCode(200);
        String before = given().get("/api/v1/code-lists/contributors").asString();

        importDonors(SharedData.text(DONORS))
                .statusCode(200)
                .body("version", equalTo("1.0.0"))
                .body("added", equalTo(0))
                .body("changed", equalTo(0))
                .body("unchanged", equalTo(3930));

        assertEquals(before, given().get("/api/v1/code-lists/contributors").asString());
    }

    @Test
    void fundsGetCodesFromTheirNamesAndKeepThem() {
        importFile("instruments", "ceb-pooled-funds", SharedData.text(POOLED_FUNDS))
                .statusCode(200)
                .body("unchanged", equalTo(173))
                .body("findings.findAll { it.value == 'UNSDG Joint Prgramme' }", hasSize(6));
        importFile("instruments", "ceb-thematic-funds", SharedData.text(THEMATIC_FUNDS))
                .statusCode(200)
                .body("unchanged", equalTo(29));
        CodeList instruments = ServedLists.read("instruments");

        assertEquals(202, codes(instruments, "fund").size());
        assertTrue(instruments.codes().stream().allMatch(code -> code.code().length() <= 60));
        assertEquals(
                List.of("R03", "R03A", "R03A-AFGHANISTAN-HUMANITARIAN-FUND"),
                path(instruments, "R03A-AFGHANISTAN-HUMANITARIAN-FUND"));
        Code education = instruments.find("R03B-UNICEF-EDUCATION").orElseThrow();
        assertEquals("Education", education.englishLabel());
        assertEquals("UNICEF", education.attributes().get("administrator"));
        assertEquals("41122", education.attributes().get("oecdChannel"));
        Code humanitarian =
                instruments.find("R03A-AFGHANISTAN-HUMANITARIAN-FUND").orElseThrow();
        assertEquals("MPTF-O", humanitarian.attributes().get("administrator"));
        assertEquals("Country based pooled funds", humanitarian.attributes().get("kind"));

        String before = given().get("/api/v1/code-lists/instruments").asString();
        importFile("instruments", "ceb-pooled-funds", SharedData.text(POOLED_FUNDS))
                .body("added", equalTo(0))
                .body("changed", equalTo(0))
                .body("unchanged", equalTo(173));
        assertEquals(before, given().get("/api/v1/code-lists/instruments").asString());
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
    void whatIsOddIsImportedAndSaid() {
        importDonors("\uFEFFname,CEB Code,CONTRIBUTOR TYPE\r\n"
                        + " Acme , ACME,C06\r\n"
                        + "Acme,ACME,C06\r\n"
                        + "Acme Holding,ACME,C05\r\n"
                        + ",,\r\n"
                        + "Mystery,MYST,xx\r\n"
                        + "Acme Holding,MYST,xx\r\n")
                .statusCode(200)
                .body("added", equalTo(2))
                .body("findings.row", contains(3, 4, 4, 5, 6, 7, 7, 7))
                .body("findings.severity", contains("note", "warn", "warn", "note", "warn", "warn", "warn", "warn"))
                .body("findings[3].message", equalTo("The row is blank."));

        given().get("/api/v1/code-lists/contributors/codes/ACME")
                .then()
                .body("label.en", equalTo("Acme"))
                .body("parent", equalTo("C06"))
                .body("aliases.alias", contains("Acme Holding"));
        given().get("/api/v1/code-lists/contributors/codes/MYST")
                .then()
                .body("parent", equalTo("XX"))
                .body("aliases", hasSize(0));
    }

    @Test
    void aContributorThatChangesItsNameKeepsTheOldOne() {
        importDonors("NAME,CEB CODE,CONTRIBUTOR TYPE\nAcme,ACME,C06\n").body("version", equalTo("1.1.0"));

        importDonors("NAME,CEB CODE,CONTRIBUTOR TYPE\nNew Acme,ACME,C06\n")
                .body("version", equalTo("1.2.0"))
                .body("changed", equalTo(1))
                .body("findings[0].message", containsString("was called Acme"));

        given().get("/api/v1/code-lists/contributors/codes/ACME")
                .then()
                .body("label.en", equalTo("New Acme"))
                .body("aliases.alias", contains("Acme"));
    }

    @Test
    void aFileWithAnErrorLeavesNothing() {
        String before = given().get("/api/v1/code-lists/contributors").asString();

        importDonors("NAME,CEB CODE,CONTRIBUTOR TYPE\n"
                        + "Acme,ACME,C06\n"
                        + "Nobody,NOBODY,C99\n"
                        + ",NONAME,C06\n"
                        + "A type,C01,C01\n"
                        + "Comma, unquoted,COMMA,C01\n")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/registry/import-rejected"))
                .body("findings.row", contains(3, 4, 5, 6))
                .body("findings[0].field", equalTo("CONTRIBUTOR TYPE"))
                .body("findings[0].value", equalTo("C99"))
                .body("findings[0].severity", equalTo("reject"));

        assertEquals(before, given().get("/api/v1/code-lists/contributors").asString());
    }

    @Test
    void whatIsNotTheFileIsRefused() {
        importDonors("a,b\n1,2\n")
                .statusCode(400)
                .body("type", equalTo("/problems/registry/malformed-body"))
                .body("expected", contains("NAME", "CEB CODE", "CONTRIBUTOR TYPE"));
        importDonors("").statusCode(400);
        importDonors("NAME,CEB CODE,CONTRIBUTOR TYPE\n\"Acme,ACME,C06\n")
                .statusCode(400)
                .body("detail", equalTo("The file is not well-formed CSV."));
        Client.asAdministrator()
                .contentType("text/csv")
                .body("NAME,CEB CODE,CONTRIBUTOR TYPE\nCura\u00e7ao,CW,C01\n".getBytes(StandardCharsets.ISO_8859_1))
                .post("/api/v1/code-lists/contributors/imports?format=ceb-donors")
                .then()
                .statusCode(400)
                .body("detail", equalTo("The file is not in UTF-8."));
    }

    @Test
    void aListTakesItsOwnFormatsOnly() {
        importFile("instruments", "ceb-donors", "x")
                .statusCode(400)
                .body("parameter", equalTo("format"))
                .body("expected", contains("ceb-pooled-funds", "ceb-thematic-funds"));
        importFile("sdgs", "ceb-donors", "x").statusCode(400).body("expected", hasSize(0));
        importFile("nothing", "ceb-donors", "x").statusCode(404);
        Client.asAdministrator()
                .contentType("text/csv")
                .body("x")
                .post("/api/v1/code-lists/contributors/imports")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("format"))
                .body("value", nullValue());
        Client.asAdministrator()
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/code-lists/contributors/imports?format=ceb-donors")
                .then()
                .statusCode(415);
    }

    private static boolean mentions(JsonPath report, String name) {
        return report.getList("findings.value", String.class).contains(name);
    }

    private static ValidatableResponse importDonors(String file) {
        return importFile("contributors", "ceb-donors", file);
    }

    private static ValidatableResponse importFile(String list, String format, String file) {
        return Client.asAdministrator()
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .queryParam("format", format)
                .post("/api/v1/code-lists/{list}/imports", list)
                .then();
    }
}
