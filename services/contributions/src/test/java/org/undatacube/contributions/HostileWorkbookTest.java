package org.undatacube.contributions;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.undatacube.contributions.RawWorkbook.number;
import static org.undatacube.contributions.RawWorkbook.row;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that would fill the memory or keep a processor busy are refused, whatever they do it with. */
@QuarkusTest
class HostileWorkbookTest {
    private static final Map<String, ?> UNDP_2024 = Map.of("entity", "UNDP", "year", 2024, "flow", "expense");

    @AfterEach
    void stillTakesGoodWorkbooks() {
        XlsxTest.post(workbook("").bytes(), UNDP_2024).then().statusCode(201);
    }

    @Test
    void refusesWhatIsNoWorkbook() {
        for (String body : new String[] {"", "amount\n1\n", "PK\u0003\u0004", "PK"}) {
            refused(body.getBytes(StandardCharsets.ISO_8859_1), 400, "not an XLSX workbook");
        }
        XlsxTest.post(new RawWorkbook().bytes(), UNDP_2024).then().statusCode(422);
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 400, "XLS");
    }

    @Test
    void refusesAWorkbookThatIsCutOff() {
        byte[] whole = workbook("").bytes();
        for (int length = 10; length < whole.length / 2; length += 211) {
            refused(Arrays.copyOf(whole, length), 400, "workbook");
        }
    }

    @Test
    void refusesBombs() {
        refused(workbook("<row/>".repeat(12 << 20)).bytes(), 413, "limit");
        refused(
                new RawWorkbook()
                        .part("xl/media/image1.png", "\0".repeat(70 << 20))
                        .bytes(),
                413,
                "limit");
    }

    @Test
    void refusesDocumentTypesAndEntities() {
        String entities = "<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                + "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>";
        String file = "<!DOCTYPE worksheet [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>";

        refused(new RawWorkbook().sheetPart("Sheet", entities).bytes(), 400, "document type");
        refused(new RawWorkbook().sheetPart("Sheet", file).bytes(), 400, "document type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZZZZ3", "XFD3", "IW3"})
    void refusesColumnsWithoutEnd(String reference) {
        refused(
                workbook("<row r=\"3\"><c r=\"" + reference + "\"><v>1</v></c></row>")
                        .bytes(),
                400,
                "column IV");
    }

    @Test
    void refusesAMillionColumns() {
        refused(
                workbook("<row>" + "<c><v>1</v></c>".repeat(1_000_000) + "</row>")
                        .bytes(),
                400,
                "column IV");
    }

    @Test
    void refusesTextsAndTagsThatNoCellCanHold() {
        refused(workbook(row(3, "x".repeat(40_000))).bytes(), 400, "32767");
        refused(workbook(row(3, number("9".repeat(1_000)))).bytes(), 400, "100");
        refused(workbook("<row a=\"" + "x".repeat(2 << 20) + "\"/>").bytes(), 413, "tag or text");
        refused(workbook("<!--" + "x".repeat(2 << 20) + "-->").bytes(), 413, "tag or text");
    }

    @Test
    void refusesSharedTextsBeyondMeasure() {
        String text = "<si><t>" + "x".repeat(30_000) + "</t></si>";

        refused(workbook("").sharedStrings(text.repeat(1_200)).bytes(), 413, "characters of text");
        refused(workbook("").sharedStrings("<si/>".repeat(1_100_000)).bytes(), 413, "si");
    }

    @Test
    void refusesNestingNamesStylesAndFormulasBeyondMeasure() {
        StringBuilder names = new StringBuilder();
        for (int name = 0; name < 10_000; name++) {
            names.append("<n").append(name).append("/>");
        }
        String shared = "<c><f t=\"shared\" ref=\"A1:A9\" si=\"1\">" + "A1+".repeat(500) + "1</f><v>1</v></c>";

        refused(workbook("<row>".repeat(1_000)).bytes(), 400, "nested");
        refused(workbook(names.toString()).bytes(), 400, "names");
        refused(
                workbook("")
                        .part("xl/styles.xml", "<styleSheet>" + "<xf/>".repeat(200_000) + "</styleSheet>")
                        .bytes(),
                413,
                "xf");
        refused(workbook(row(3, shared)).bytes(), 400, "1000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"x\"/>",
                "<row r=\"99999999999\"/>",
                "<row><c r=\"A99999999999\"><v>1</v></c></row>",
                "<row><c t=\"d\"><v>2024-03-01</v></c></row>",
                "<row><c s=\"x\"><v>1</v></c></row>",
                "<row><c><f t=\"shared\" si=\"7\"/><v>1</v></c></row>",
                "<row><c></row>",
                "<row>"
            })
    void refusesWhatCannotBeRead(String rows) {
        refused(workbook(rows).bytes(), 400, "workbook");
    }

    @Test
    void findsTextsThatTheWorkbookDoesNotHave() {
        XlsxTest.post(workbook(row(3, "<c t=\"s\"><v>99</v></c>", number("1"))).bytes(), UNDP_2024)
                .then()
                .statusCode(422)
                .body("findings[0].rule", equalTo("CELL-WITHOUT-VALUE"));
    }

    @Test
    void refusesThousandsOfParts() {
        RawWorkbook workbook = workbook("");
        for (int part = 0; part < 2_000; part++) {
            workbook.part("xl/part" + part + ".bin", "");
        }
        refused(workbook.bytes(), 413, "parts");
    }

    private static RawWorkbook workbook(String rows) {
        return new RawWorkbook().sheet("Sheet", row(1, "location", "amount") + row(2, "ML", number("1")) + rows);
    }

    private static void refused(byte[] workbook, int status, String detail) {
        XlsxTest.post(workbook, UNDP_2024)
                .then()
                .log()
                .ifValidationFails()
                .statusCode(status)
                .contentType("application/problem+json")
                .body(
                        "type",
                        equalTo("/problems/contributions/" + (status == 413 ? "body-too-large" : "malformed-body")))
                .body("detail", containsString(detail));
    }
}
