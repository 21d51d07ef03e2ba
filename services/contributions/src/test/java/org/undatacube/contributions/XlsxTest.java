package org.undatacube.contributions;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.undatacube.contributions.RawWorkbook.number;
import static org.undatacube.contributions.RawWorkbook.row;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class XlsxTest {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Map<String, ?> UNDP_2024 = Map.of("entity", "UNDP", "year", 2024, "flow", "expense");

    @Test
    void readsABreakdownFromEachSheetAndTheHeaderFromItsOwn() {
        byte[] workbook = new RawWorkbook()
                .sheet(
                        "Submission",
                        row(1, "What this is about")
                                + row(2, "entity", "UNDP – Development Programme")
                                + row(3, "year", number("2024"))
                                + row(4, "flow", "expense")
                                + row(6, "controlTotal", number("1200.5")))
                .sheet(
                        "By place",
                        row(1, "Fonction", "Lieu", "Montant")
                                + row(3, "function", "location", "amount", "lineId")
                                + row(4, "E01 – Development", "ML", number("1200.50"), "a-1")
                                + row(7, "E02", "NA", number("-0.123456789"), "b"))
                .sheet("By goal", row(1, "amount", "sdg") + row(2, number("1200"), "8.10"))
                .bytes();

        String id = accepted(post(workbook, Map.of()));

        assertEquals(List.of("1200.50", "-0.123456789", "1200"), lines(id).getList("lines.amount"));
        assertEquals(List.of("E01", "E02"), lines(id).getList("lines.function").subList(0, 2));
        assertEquals("8.10", lines(id).getString("lines[2].sdg"));
        assertEquals("a-1", lines(id).getString("lines[0].lineId"));
    }

    @ParameterizedTest
    @CsvSource({
        "1234.5599999999999, 1234.56, NUMBER-AS-SHOWN",
        "123456789.09999999, 123456789.1, NUMBER-AS-SHOWN",
        "12345678901234567890.123456789, 12345678901234567890.123456789, ",
        "7.253598095, 7.253598095, ",
        "1.2E7, 12000000, ",
        "-5.0, -5.0, "
    })
    void takesTheDigitsThatStandInTheFile(String stored, String taken, String note) {
        String id = accepted(post(amount(number(stored)), UNDP_2024));

        assertEquals(List.of(taken), lines(id).getList("lines.amount"));
        assertEquals(note == null ? List.of() : List.of(note), findings(id));
    }

    @Test
    void saysInWhichCellItFoundWhat() {
        byte[] workbook = new RawWorkbook()
                .sheet(
                        "By goal 2024",
                        row(2, "amount", "sdg") + row(3, number("1"), "5.1") + row(9, number("1"), "5.99"))
                .bytes();

        Client.onlyFinding(post(workbook, UNDP_2024), "UNKNOWN-CODE", 9, "sdg")
                .body("findings[0].pointer", equalTo("'By goal 2024'!B9"));
    }

    @Test
    void refusesACodeThatTheSpreadsheetTookForANumber() {
        byte[] workbook = new RawWorkbook()
                .sheet("Goals", row(1, "amount", "sdg") + row(2, number("1"), number("8.1")))
                .bytes();

        Client.onlyFinding(post(workbook, UNDP_2024), "WRONG-TYPE", 2, "sdg")
                .body("findings[0].message", containsString("8.10"))
                .body("findings[0].pointer", equalTo("Goals!B2"));
    }

    @Test
    void takesAWholeNumberForACodeAndSaysSo() {
        byte[] workbook = new RawWorkbook()
                .sheet("Markers", row(1, "amount", "gem") + row(2, number("1"), number("2")))
                .bytes();

        String id = accepted(post(workbook, UNDP_2024));

        assertEquals("2", lines(id).getString("lines[0].gem"));
        assertEquals(List.of("CODE-AS-NUMBER"), findings(id));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <c s="1"><v>45352</v></c>                   | AMOUNT-NOT-A-NUMBER | The cell is a date.
            <c t="e"><v>#REF!</v></c>                   | CELL-WITHOUT-VALUE  | The cell shows an error.
            <c t="e"><f>A1/0</f><v>#DIV/0!</v></c>      | CELL-WITHOUT-VALUE  | The cell shows an error.
            <c><f>SUM(A1:A2)</f></c>                    | CELL-WITHOUT-VALUE  | The cell is a formula that was never computed.
            <c t="b"><v>1</v></c>                       | AMOUNT-NOT-A-NUMBER | The cell is true or false.
            <c><v>NaN</v></c>                           | CELL-WITHOUT-VALUE  | The cell shows an error.
            <c><v>1e400</v></c>                         | AMOUNT-DIGITS       | The amount has 401 digits before the point.
            <c><v>1e999999999</v></c>                   | AMOUNT-NOT-A-NUMBER | This is not a number.
            2024-03-01                                  | AMOUNT-NOT-A-NUMBER | This is not a number.
            1,234                                       | AMOUNT-AMBIGUOUS    | This is 1234 or 1.234, and nothing says which.
            """)
    void refusesAmountsThatAreNone(String cell, String rule, String message) {
        post(amount(cell), UNDP_2024)
                .then()
                .statusCode(422)
                .body("findings[0].rule", equalTo(rule))
                .body("findings[0].message", equalTo(message))
                .body("findings[0].row", equalTo(2))
                .body("findings[0].field", equalTo("amount"))
                .body("findings[0].pointer", equalTo("Sheet!B2"));
    }

    @Test
    void takesTheValuesOfFormulasAndSaysSo() {
        String id = accepted(post(amount("<c><f>SUM(D1:D9)</f><v>12.50</v></c>"), UNDP_2024));

        assertEquals(List.of("12.50"), lines(id).getList("lines.amount"));
        Client.UNDP
                .request()
                .get("/api/v1/submissions/" + id + "/findings")
                .then()
                .body("findings[0].rule", equalTo("FORMULA-TAKEN"))
                .body("findings[0].value", equalTo("1"))
                .body("findings[0].pointer", equalTo("Sheet!B2"));
    }

    @Test
    void readsAmountsThatAreTextAndDashes() {
        byte[] workbook = new RawWorkbook()
                .sheet("Sheet", row(1, "location", "amount") + row(2, "ML", "1.234,56") + row(3, "NA", " -   "))
                .bytes();

        String id = accepted(post(workbook, UNDP_2024));

        assertEquals(List.of("1234.56", "0"), lines(id).getList("lines.amount"));
    }

    @Test
    void readsSharedTextsAndSkipsSheetsWithoutAmounts() {
        byte[] workbook = new RawWorkbook()
                .sharedStrings("<si><t>amount</t></si><si><t>location</t></si><si><r><t>M</t></r><r><t>L</t></r></si>")
                .sheet("Notes", row(1, "Prepared by", "the ledger"))
                .sheet(
                        "Places",
                        row(1, "<c t=\"s\"><v>1</v></c>", "<c t=\"s\"><v>0</v></c>")
                                + row(2, "<c t=\"s\"><v>2</v></c>", number("3")))
                .bytes();

        String id = accepted(post(workbook, UNDP_2024));

        assertEquals("ML", lines(id).getString("lines[0].location"));
        assertEquals(List.of("SHEET-NOT-READ"), findings(id));
    }

    @Test
    void namesUnknownColumnsAndWhereTheyStand() {
        byte[] workbook = new RawWorkbook()
                .sheet("Sheet", row(1, "amount", "Location") + row(2, number("3"), "ML"))
                .bytes();

        Client.onlyFinding(post(workbook, UNDP_2024), "UNKNOWN-FIELD", 1, "Location")
                .body("findings[0].expected", equalTo("location"))
                .body("findings[0].pointer", equalTo("Sheet!B1"));
    }

    @Test
    void saysThatNoSheetHasAmounts() {
        post(new RawWorkbook().sheet("Sheet", row(1, "a", "b")).bytes(), UNDP_2024)
                .then()
                .statusCode(422)
                .body("findings[0].rule", equalTo("FIELD-MISSING"))
                .body("findings[0].message", containsString("amount"));
    }

    private static byte[] amount(String cell) {
        return new RawWorkbook()
                .sheet("Sheet", row(1, "location", "amount") + row(2, "ML", cell))
                .bytes();
    }

    static Response post(byte[] workbook, Map<String, ?> parameters) {
        return Client.UNDP
                .request()
                .contentType(XLSX)
                .queryParams(parameters)
                .body(workbook)
                .post("/api/v1/submissions");
    }

    private static String accepted(Response response) {
        return response.then().statusCode(201).extract().path("id");
    }

    private static JsonPath lines(String id) {
        return Client.UNDP
                .request()
                .accept("application/json")
                .get("/api/v1/submissions/" + id + "/lines")
                .jsonPath();
    }

    private static List<String> findings(String id) {
        return Client.UNDP
                .request()
                .get("/api/v1/submissions/" + id + "/findings")
                .jsonPath()
                // not what is said of amounts below zero, nor in view of what other tests published
                .getList("findings.findAll { it.severity == 'note' && it.rule != 'NEGATIVE-AMOUNTS' }.rule");
    }
}
