package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TemplateTest {
    @ParameterizedTest
    @ValueSource(strings = {"ar", "zh", "en", "fr", "ru", "es"})
    void isReadAsASubmissionOnceItIsFilledIn(String language) throws IOException {
        byte[] template = template("expense", Map.of("lang", language, "year", 2024));

        byte[] filled = fill(
                template,
                Map.of(
                        "xl/worksheets/sheet1.xml", "B2=UNDP – UNDP",
                        "xl/worksheets/sheet2.xml",
                                "A3=E01 – Development;B3=ML – Mali;C3=#1200.50;A4=E02;B4=NA;C4=#-0.5",
                        "xl/worksheets/sheet3.xml", "A3=8.10 – Target;C3=#1000.00;B4=5.1=50~1=50;C4=#200.00"));
        String id = XlsxTest.post(filled, Map.of())
                .then()
                .statusCode(201)
                // of the amount below zero
                .body("findings.note", equalTo(1))
                .extract()
                .path("id");

        JsonPath lines = Client.UNDP
                .request()
                .accept("application/json")
                .get("/api/v1/submissions/" + id + "/lines")
                .jsonPath();
        assertEquals(List.of("1200.50", "-0.5", "1000.00", "100.00", "100.00"), lines.getList("lines.amount"));
        assertEquals(List.of("E01", "E02"), lines.getList("lines.function").subList(0, 2));
        assertEquals(List.of("8.10", "5.1", "1"), lines.getList("lines.sdg").subList(2, 5));
    }

    @Test
    void offersTheCodesThatAreValidInTheYear() throws IOException {
        List<String> before = offered("revenue", 2015);
        List<String> now = offered("revenue", 2024);

        assertTrue(before.stream().anyMatch(choice -> choice.startsWith("R02")));
        assertTrue(before.contains("R02") || before.stream().anyMatch(choice -> choice.startsWith("R02 – ")));
        assertFalse(now.stream().anyMatch(choice -> choice.equals("R02") || choice.startsWith("R02 – ")));
    }

    @Test
    void hasASheetForEachBreakdownThatIsAskedFor() throws IOException {
        byte[] template = given().get("/api/v1/templates/expense?breakdown=gem&breakdown=sdg,location,function")
                .then()
                .statusCode(200)
                .contentType(equalTo(XlsxTest.XLSX))
                .header("Content-Disposition", containsString("undatacube-expense-2024-en.xlsx"))
                .extract()
                .asByteArray();

        assertEquals(
                List.of("Submission", "gem", "fun-loc-sdg", "Help", "Lists"),
                sheets(template).stream().map(Sheet::getName).toList());
        String gem = part(template, "xl/worksheets/sheet2.xml");
        assertTrue(gem.contains("<dataValidation "), gem);
        assertTrue(gem.contains("Lists"), gem);
    }

    @ParameterizedTest
    @CsvSource({
        "money, en, sdg, 2024, flow",
        "expense, de, sdg, 2024, lang",
        "expense, en, colour, 2024, breakdown",
        "revenue, en, sdg, 2024, breakdown",
        "expense, en, entity, 2024, breakdown",
        "expense, en, sdg, 2010, year",
        "expense, en, sdg, soon, year"
    })
    void saysWhichParameterCannotBe(String flow, String lang, String breakdown, String year, String parameter) {
        given().queryParams(Map.of("lang", lang, "breakdown", breakdown, "year", year))
                .get("/api/v1/templates/" + flow)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("parameter", equalTo(parameter));
    }

    private static byte[] template(String flow, Map<String, ?> parameters) {
        return given().queryParams(parameters)
                .get("/api/v1/templates/" + flow)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static List<String> offered(String flow, int year) throws IOException {
        byte[] template = template(flow, Map.of("year", year, "breakdown", "instrument"));
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(template))) {
            return workbook.findSheet("Lists").orElseThrow().read().stream()
                    .map(row -> row.getCellText(1))
                    .toList();
        }
    }

    private static List<Sheet> sheets(byte[] template) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(template))) {
            return workbook.getSheets().toList();
        }
    }

    private static String part(byte[] workbook, String name) throws IOException {
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** Writes into cells as a spreadsheet does: numbers, where # stands before them, and text. */
    private static byte[] fill(byte[] template, Map<String, String> cells) throws IOException {
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        try (ZipArchiveInputStream from = new ZipArchiveInputStream(new ByteArrayInputStream(template));
                ZipOutputStream to = new ZipOutputStream(filled)) {
            for (ZipArchiveEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                String content = new String(from.readAllBytes(), StandardCharsets.UTF_8);
                for (String cell : cells.getOrDefault(entry.getName(), "").split(";", -1)) {
                    content = cell.isEmpty() ? content : write(content, cell);
                }
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(content.getBytes(StandardCharsets.UTF_8));
            }
        }
        return filled.toByteArray();
    }

    private static String write(String sheet, String assignment) {
        String reference = assignment.substring(0, assignment.indexOf('='));
        String value = assignment.substring(assignment.indexOf('=') + 1).replace('~', ';');
        String cell = value.startsWith("#")
                ? "<c r=\"" + reference + "\"><v>" + value.substring(1) + "</v></c>"
                : "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
        String empty = "<c r=\"" + reference + "\"[^>]*/>";
        if (sheet.matches("(?s).*" + empty + ".*")) {
            return sheet.replaceFirst(empty, cell);
        }
        int row = sheet.indexOf("<row r=\"" + reference.substring(1) + "\"");
        if (row >= 0) {
            int end = sheet.indexOf("</row>", row);
            return sheet.substring(0, end) + cell + sheet.substring(end);
        }
        return sheet.replace(
                "</sheetData>", "<row r=\"" + reference.substring(1) + "\">" + cell + "</row></sheetData>");
    }
}
