package org.undatacube.registry.importing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.undatacube.registry.ServedLists.codes;
import static org.undatacube.registry.ServedLists.meaning;
import static org.undatacube.registry.ServedLists.path;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.registry.RunningRegistry;
import org.undatacube.registry.ServedLists;
import org.undatacube.registry.SharedData;
import org.undatacube.registry.seeding.Reseeding;

/** CEB's own files as they are, imported over the lists that the project ships. */
@RunningRegistry
class CebFilesTest {
    @Inject
    Reseeding reseeding;

    @BeforeEach
    void seedAnew() throws SQLException {
        reseeding.fromNothing();
    }

    @ParameterizedTest
    @CsvSource({
        "entities, ceb-entities, ENTITIES.csv, 75, 2, IMF WBG",
        "functions, ceb-functions, FUNCTIONS.csv, 4, 0, ''",
        "locations, ceb-locations, LOCATIONS.csv, 283, 5, ''",
        "instruments, ceb-instruments, INSTRUMENTS.csv, 12, 1, ''",
        "instruments, ceb-pooled-funds, UN_INTER_AGENCY_POOLED_FUNDS.csv, 173, 0, ''",
        "instruments, ceb-thematic-funds, THEMATIC_FUNDS.csv, 29, 0, ''",
        "sdgs, ceb-sdgs, SDG.csv, 186, 3, X00",
        "contributors, ceb-contributor-types, CONTRIBUTOR_TYPES.csv, 14, 0, XX",
        "contributors, ceb-donors, DONORS.csv, 3930, 130, ''",
        "sectors, ceb-dac, DAC.csv, 283, 0, 123"
    })
    void everyFileSaysWhatTheListSaysAlready(
            String list, String format, String file, int codes, int suspicious, String absent) {
        String before = given().get("/api/v1/code-lists/" + list).asString();

        JsonPath report = ImportedFiles.send(list, format, SharedData.text("ceb-codes/" + file))
                .statusCode(200)
                .body("list", equalTo(list))
                .body("format", equalTo(format))
                .body("version", equalTo("1.0.0"))
                .body("added", equalTo(0))
                .body("changed", equalTo(0))
                .body("retired", equalTo(0))
                .body("unchanged", equalTo(codes))
                .body("conflicting", equalTo(0))
                .extract()
                .jsonPath();

        assertEquals(
                suspicious, report.getInt("suspicious"), String.join("\n", ImportedFiles.findings(report, "warn")));
        assertEquals(absent, String.join(" ", report.getList("absent", String.class)));
        assertEquals(before, given().get("/api/v1/code-lists/" + list).asString());
    }

    @Test
    void theTargetsThatASpreadsheetDamagedAreTakenAsWhatTheyAre() {
        JsonPath report = ImportedFiles.report("sdgs", "ceb-sdgs", "SDG.csv");

        String done = ": a spreadsheet has taken away the last zero. It is imported as ";
        assertEquals(
                List.of(
                        "79 TARGET: This is the name of 8.10" + done + "8.10.",
                        "165 TARGET: This is the name of 16.10" + done + "16.10.",
                        "178 TARGET: This is the name of 17.10" + done + "17.10."),
                ImportedFiles.findings(report, "warn"));
        assertEquals(
                List.of("8.10", "16.10", "17.10"),
                report.getList("findings.findAll { it.severity == 'warn' }.expected"));
    }

    @Test
    void whereTheListLacksTheDamagedTargetTheOrderTellsItAndNothingElseIsTouched() {
        CodeList all = ServedLists.read("sdgs");
        CodeList without = new CodeList(
                "sdgs",
                "Goals",
                "1.0.0",
                all.levels(),
                all.codes().stream().filter(code -> !code.code().equals("8.10")).toList());
        CsvTable table = CsvTable.read(
                FileText.of(SharedData.bytes("ceb-codes/SDG.csv")), ImportFormat.CEB_SDGS.columns(), false);

        Reading reading = Reading.of(table, ImportFormat.CEB_SDGS, without, "A test");

        assertTrue(Reports.of(reading.findings()).stream()
                .anyMatch(finding -> finding.equals("79 warn TARGET 8.1: 8.1 came before, and this row follows 8.9: a"
                        + " spreadsheet has taken away the last zero. It is imported as 8.10. -> 8.10")));
        List<Code> changed = reading.codes().stream()
                .filter(code -> !without.codes().contains(code))
                .toList();
        assertEquals(List.of("8.10"), changed.stream().map(Code::code).toList());
        assertEquals("8", changed.get(0).parent());
        assertTrue(
                changed.get(0).englishLabel().startsWith("Strengthen the capacity of domestic financial institutions"));
    }

    @Test
    void entitiesThatAreThereTwiceAreFoundWithTheirRows() {
        assertEquals(
                List.of(
                        "77 ENTITYCODE: Row 7 has the same code and name.",
                        "78 ENTITYCODE: Row 74 has the same code and name."),
                ImportedFiles.findings(ImportedFiles.report("entities", "ceb-entities", "ENTITIES.csv"), "warn"));
    }

    @Test
    void placesThatTheCebPutsElsewhereStayWhereM49HasThem() {
        assertEquals(
                List.of(
                        "145 REGION CODE: The file puts GG under 830; by M49 it stands under 154, and stays there.",
                        "168 REGION CODE: The file puts JE under 830; by M49 it stands under 154, and stays there.",
                        "211 REGION CODE: The file puts 34 under itself; by M49 it stands under 142, and stays there.",
                        "237 REGION CODE: The file puts 154 under itself; by M49 it stands under 150, and stays there.",
                        "239 REGION CODE: The file puts 830 under itself; by M49 it stands under 154, and stays there."),
                ImportedFiles.findings(ImportedFiles.report("locations", "ceb-locations", "LOCATIONS.csv"), "warn"));
    }

    @Test
    void anInstrumentCalledAsItsGroupIsCalledByItsDefinition() {
        assertEquals(
                List.of("11 NAME: This is the name of R04, to which the code belongs; it is called by its definition."),
                ImportedFiles.findings(
                        ImportedFiles.report("instruments", "ceb-instruments", "INSTRUMENTS.csv"), "warn"));
    }

    @Test
    void everyOddityOfTheContributorsIsAFindingWithItsRow() {
        JsonPath report = ImportedFiles.report("contributors", "ceb-donors", "DONORS.csv");
        List<String> warnings = ImportedFiles.findings(report, "warn");

        assertEquals(
                List.of(379, 1713, 1784, 2807, 2902, 3061),
                report.getList("findings.findAll { it.value == 'xx' }.row"));
        assertEquals(
                List.of(
                        "217 NAME: The code ALMOSAFER has this name too.",
                        "3359 NAME: The code AALF has this name too.",
                        "3545 NAME: The code - has this name too.",
                        "3971 NAME: The code FPLEDGE has this name too."),
                containing(warnings, "has this name too"));
        assertEquals(
                List.of(
                        "3867 CONTRIBUTOR TYPE: On row 2840 the code CHN-SFIEC is a contributor under C05; that one is"
                                + " kept.",
                        "3998 CONTRIBUTOR TYPE: On row 3629 the code TEMASEK is a contributor under C05; that one is"
                                + " kept.",
                        "4015 CONTRIBUTOR TYPE: On row 3634 the code SRI is a contributor under C07; that one is kept."),
                containing(warnings, "that one is kept"));
        assertEquals(
                List.of("3867 CEB CODE: Row 2840 has the same code and name."),
                containing(warnings, "the same code and"));
        assertEquals(115, containing(warnings, "is kept as another spelling").size());
        assertEquals(
                List.of(
                        "3604 NAME: On row 2780 the code CO is called \"Colombia\"; \"Patrimonio Autonomo FONTUR\" already"
                                + " means FONTUR and is not kept for CO too."),
                containing(warnings, "is not kept for"));
        assertEquals(
                "1442 NAME: On row 323 the code OOREDOO is called \"National Mobile Telecommunications Company, Ooredoo"
                        + " Kuwait\"; \"Ooredoo Group.\" is kept as another spelling.",
                containing(warnings, "is kept as another spelling").get(0));
        assertEquals(
                6,
                ServedLists.read("contributors").codes().stream()
                        .filter(code -> "XX".equals(code.parent()))
                        .count());
    }

    @Test
    void noNameOfAContributorIsLost() {
        List<String> found =
                ImportedFiles.report("contributors", "ceb-donors", "DONORS.csv").getList("findings.value");
        CodeList contributors = ServedLists.read("contributors");

        for (NamedCsvRecord row : SharedData.rows("ceb-codes/DONORS.csv")) {
            Code code = contributors.find(row.getField("CEB CODE").strip()).orElseThrow();
            String name = row.getField("NAME");
            assertTrue(
                    code.englishLabel().equals(Wording.tidy(name))
                            || Spellings.knows(code, name)
                            || found.contains(name),
                    row.toString());
        }
        assertEquals(List.of("C01", "SE"), path(contributors, "SE"));
        assertEquals("SE", meaning(contributors, "SWEDISH INTERNATIONAL DEVELOPMENT COOPERATION AGENCY"));
    }

    /** The file as it might have been some years ago: two rows fewer, one more, and two said otherwise. */
    @Test
    void anOlderFileShowsExactlyTheDifferences() {
        String older = SharedData.text("ceb-codes/DONORS.csv")
                .replace("Port of Rotterdam,PROTT,C03\r\n", "")
                .replace("Zero Emissions Ship Technology Association,ZESTA,C02\r\n", "")
                .replace("Iceland,IS,C01", "Republic of Iceland,IS,C01")
                .replace(
                        "UN Women Austrian National Committee,UNWATNC,C02",
                        "UN Women Austrian National Committee,UNWATNC,C05")
                .concat("League of Nations,LEAGUE,C04E\r\n");

        JsonPath report = ImportedFiles.send(
                        "contributors", "ceb-donors", older, Map.of("reason", "CEB's list of 2019"))
                .statusCode(200)
                .extract()
                .jsonPath();

        assertEquals("2.0.0", report.getString("version"));
        assertEquals(List.of("LEAGUE"), report.getList("diff.added.code"));
        assertEquals(List.of("PROTT", "ZESTA"), report.getList("absent"));
        assertEquals(List.of(), report.getList("diff.retired"));
        assertEquals(3926, report.getInt("unchanged"));
        assertEquals(
                Map.of(
                        "UNWATNC", List.of("parent: C02 > C05"),
                        "IS", List.of("label.en: Iceland > Republic of Iceland", "aliases")),
                changes(report));
        assertEquals(
                List.of(
                        "CONTRIBUTOR TYPE: UNWATNC moves from contributor under C02 to contributor under C05.",
                        "NAME: IS was called \"Iceland\"; \"Iceland\" is kept as another spelling.",
                        "NAME: The English name was \"Iceland\", and its translations (ar, es, fr, ru, zh) stay as they"
                                + " were."),
                beyondThoseOfTheRealFile(report));
        assertEquals("IS", meaning(ServedLists.read("contributors"), "iceland"));
        given().get("/api/v1/code-lists/contributors/versions")
                .then()
                .body("[0].reason", equalTo("CEB's list of 2019"))
                .body("[0].added", equalTo(1))
                .body("[0].changed", equalTo(2));

        // and the same again says nothing new
        ImportedFiles.send("contributors", "ceb-donors", older)
                .statusCode(200)
                .body("version", equalTo("2.0.0"))
                .body("added", equalTo(0))
                .body("changed", equalTo(0))
                .body("unchanged", equalTo(3929));
    }

    @Test
    void fundsHaveCodesFromTheirNamesAndKeepThem() {
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
        JsonPath report = ImportedFiles.report("instruments", "ceb-pooled-funds", "UN_INTER_AGENCY_POOLED_FUNDS.csv");
        assertEquals(
                6,
                containing(ImportedFiles.findings(report, "note"), "Misspelt").size());
    }

    private static List<String> containing(List<String> findings, String text) {
        return findings.stream().filter(finding -> finding.contains(text)).toList();
    }

    private static Map<String, List<String>> changes(JsonPath report) {
        List<Map<String, Object>> changed = report.getList("diff.changed");
        return changed.stream()
                .collect(Collectors.toMap(
                        change -> change.get("code").toString(),
                        change -> ((List<?>) change.get("fields"))
                                .stream()
                                        .map(field -> change((Map<?, ?>) field))
                                        .toList()));
    }

    private static String change(Map<?, ?> field) {
        return field.get("field").equals("aliases")
                ? "aliases"
                : field.get("field") + ": " + field.get("from") + " > " + field.get("to");
    }

    /** The warnings that the present file does not have, without their rows, which lie two lines higher. */
    private static List<String> beyondThoseOfTheRealFile(JsonPath report) {
        List<String> known = withoutRows(ImportedFiles.report("contributors", "ceb-donors", "DONORS.csv"));
        return withoutRows(report).stream()
                .filter(finding -> !known.contains(finding))
                .toList();
    }

    private static List<String> withoutRows(JsonPath report) {
        return ImportedFiles.findings(report, "warn").stream()
                .map(finding -> finding.replaceFirst("^\\d+ ", "").replaceAll("(?i)row \\d+", "row"))
                .toList();
    }
}
