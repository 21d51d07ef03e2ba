package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.http.Role;

@QuarkusTest
class ValidationReportTest {
    private static final Map<String, ?> UNDP_2024 = Map.of("entity", "UNDP", "year", 2024, "flow", "expense");
    private static final String MIXED = """
            location,sdg,amount
            ML,5.1,10.50
            Malii,5.99,-20.25
            mli,5.99,30
            ML,5.1,much
            """;

    @Test
    void keepsAllFindingsOfARefusedSubmission() {
        String rows = IntStream.range(0, 2_500)
                .mapToObj(index -> "9." + index + ",1\n")
                .collect(Collectors.joining());
        ValidatableResponse refusal = Client.UNDP
                .postCsv("sdg,amount\n" + rows, UNDP_2024)
                .then()
                .statusCode(422)
                .body("findings", hasSize(1_000))
                .body("findings[999].number", equalTo(1_000));
        String path = refusal.extract().path("report");

        List<Integer> found = new ArrayList<>();
        String next = "?limit=700";
        while (next != null) {
            Response page = Client.UNDP.request().get(path + next);
            page.then()
                    .statusCode(200)
                    .body("counts", equalTo(Map.of("reject", 2_500, "warn", 0, "note", 0)))
                    .body("acceptable", equalTo(false))
                    .body("dryRun", equalTo(false))
                    .body("entity", equalTo("UNDP"))
                    .body("rulesVersion", startsWith("3."));
            found.addAll(page.jsonPath().getList("findings.row", Integer.class));
            String cursor = page.jsonPath().getString("next");
            next = cursor == null ? null : "?limit=700&cursor=" + cursor;
            assertEquals(next == null ? null : "<" + path + next + ">; rel=\"next\"", page.header("Link"));
        }
        assertEquals(IntStream.rangeClosed(2, 2_501).boxed().toList(), found);
    }

    @Test
    void countsLinesAndMoneyAtStakeByRule() {
        report(MIXED)
                .body("rules.rule", contains("UNKNOWN-CODE", "AMOUNT-NOT-A-NUMBER", "ALIAS-TAKEN"))
                .body("rules.findings", contains(3, 1, 1))
                .body("rules.lines", contains(2, 1, 1))
                .body("rules.amountUsd", contains("50.25", "0.00", "30.00"))
                .body("rules.severity", contains("reject", "reject", "note"));
    }

    @Test
    void filtersByRuleSeverityRowAndField() {
        String path = refused(MIXED);

        filtered(path, "rule=UNKNOWN-CODE").body("findings.row", contains(3, 3, 4));
        filtered(path, "severity=note").body("findings.rule", contains("ALIAS-TAKEN"));
        filtered(path, "row=3").body("findings.field", contains("location", "sdg"));
        filtered(path, "field=sdg&row=4").body("findings.value", contains("5.99"));
        filtered(path, "rule=NO-LINES").body("findings", hasSize(0)).body("counts.reject", equalTo(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"severity=bad", "row=x", "cursor=1", "cursor=4-1", "limit=0", "limit=1001"})
    void saysWhichParameterCannotBeRead(String query) {
        Client.UNDP
                .request()
                .get(refused(MIXED) + "?" + query)
                .then()
                .statusCode(400)
                .body("parameter", equalTo(query.substring(0, query.indexOf('='))));
    }

    @Test
    void givesCsvThatASpreadsheetDoesNotRun() {
        String path = refused("sdg,amount\n=1+1,1\n@x,2\n-5,3\n5.1,-x\n");

        String csv = Client.UNDP.request().accept("text/csv").get(path).asString();

        List<String> lines = csv.lines().toList();
        assertEquals("number,severity,rule,row,field,value,message,expected,explanation,pointer", lines.get(0));
        assertTrue(lines.get(1).startsWith("1,reject,UNKNOWN-CODE,2,sdg,'=1+1,"), csv);
        assertTrue(lines.get(2).startsWith("2,reject,UNKNOWN-CODE,3,sdg,'@x,"), csv);
        assertTrue(lines.get(3).startsWith("3,reject,UNKNOWN-CODE,4,sdg,-5,"), csv);
        assertTrue(lines.get(4).startsWith("4,reject,AMOUNT-NOT-A-NUMBER,5,amount,'-x,"), csv);
        assertEquals(5, lines.size());
    }

    @Test
    void showsAReportToTheSendersEntityAndTheSecretariatOnly() {
        String path = refused(MIXED);

        new Client("key-other-undp", Role.CERTIFIER, "UNDP")
                .request()
                .get(path)
                .then()
                .statusCode(200);
        Client.SECRETARIAT.request().get(path).then().statusCode(200);
        Client.WFP.request().get(path).then().statusCode(404);
        given().get(path).then().statusCode(401);
        String ofSecretariat = Client.SECRETARIAT
                .postCsv(MIXED, UNDP_2024)
                .then()
                .statusCode(422)
                .extract()
                .path("report");
        Client.SECRETARIAT.request().get(ofSecretariat).then().statusCode(200);
        Client.UNDP.request().get(ofSecretariat).then().statusCode(404);
        Client.UNDP.request().get("/api/v1/validation-reports/1").then().statusCode(404);
    }

    @Test
    void judgesWithoutStoringAnything() {
        List<String> before = stored();
        String year = "{\"entity\":\"UNDP\",\"year\":2011,\"flow\":\"expense\",\"breakdowns\":[{\"lines\":[%s]}]}";

        dryRun(year.formatted("{\"amount\":1,\"location\":\"mli\"},{\"amount\":1,\"location\":\"mli\"}"))
                .body("acceptable", equalTo(true))
                .body("dryRun", equalTo(true))
                .body("findings.rule", contains("ALIAS-TAKEN", "ALIAS-TAKEN", "LINES-REPEATED"));
        String id = dryRun(year.formatted("{\"amount\":1,\"location\":\"nowhere\"}"))
                .body("acceptable", equalTo(false))
                .body("findings.rule", contains("UNKNOWN-CODE"))
                .extract()
                .path("id");
        Client.UNDP
                .request()
                .get("/api/v1/validation-reports/" + id)
                .then()
                .body("findings.rule", contains("UNKNOWN-CODE"));
        assertEquals(before, stored());
    }

    @Test
    void storesAtMostAHundredThousandOfARuleAndCountsTheRest() {
        String csv = "sdg,amount\n" + "5.1,x\n".repeat(120_000) + "5.99,1\n";

        String path = refused(csv);

        Client.UNDP
                .request()
                .get(path + "?limit=1")
                .then()
                .body("counts.reject", equalTo(120_001))
                .body("rules.findings", contains(120_000, 1))
                .body("rules.stored", contains(100_000, 1))
                .body("rules.lines", contains(120_000, 1));
        filtered(path, "rule=UNKNOWN-CODE").body("findings.row", contains(120_002));
        long read = Client.UNDP
                .request()
                .accept("text/csv")
                .get(path)
                .asString()
                .lines()
                .count();
        assertEquals(1 + 100_001, read);
    }

    @Test
    void keepsTheFindingsOfAnAcceptedSubmissionWithItsReport() {
        String id = Client.UNDP
                .postCsv("location,amount\n" + "mli,2\n".repeat(1_500), UNDP_2024)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String path = "/api/v1/submissions/" + id + "/findings";

        Client.UNDP
                .request()
                .get(path)
                .then()
                .body("findings", hasSize(1_000))
                .body("findings.severity", everyItem(equalTo("note")))
                .body("rules.rule", contains("ALIAS-TAKEN", "LINES-REPEATED"))
                .body("rules.amountUsd", contains("3000.00", "0.00"))
                .body("next", equalTo("3-1000"));
        Client.UNDP
                .request()
                .get(path + "?cursor=3-1000")
                .then()
                .body("findings", hasSize(501))
                .body("next", nullValue());
        assertTrue(Client.UNDP
                .request()
                .accept("text/csv")
                .get(path + "?rule=LINES-REPEATED")
                .asString()
                .contains("1501,note,LINES-REPEATED,"));
    }

    @Test
    void takesHeadersThatCannotBeReadIntoTheReport() {
        Client.UNDP
                .postJson(
                        "{\"entity\":\"Nowhere\",\"year\":1,\"flow\":\"x\",\"breakdowns\":[{\"lines\":[{\"amount\":1}]}]}")
                .then()
                .statusCode(422)
                .body("report", containsString("/api/v1/validation-reports/"));
    }

    @Test
    void givesARefusedWorkbookBackWithCommentsInItsCells() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet lines = workbook.createSheet("Lines");
            write(lines.createRow(0), "location", "amount");
            write(lines.createRow(1), "ML", "10.50");
            write(lines.createRow(2), "Narnia", "20.25");
            workbook.write(sent);
        }
        String path = Client.UNDP
                .request()
                .contentType(XlsxTest.XLSX)
                .queryParams(UNDP_2024)
                .body(sent.toByteArray())
                .post("/api/v1/submissions")
                .then()
                .statusCode(422)
                .extract()
                .path("report");

        byte[] annotated = Client.UNDP
                .request()
                .get(path + "/workbook")
                .then()
                .statusCode(200)
                .contentType(XlsxTest.XLSX)
                .extract()
                .asByteArray();

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(annotated))) {
            Sheet lines = workbook.getSheet("Lines");
            assertEquals("20.25", lines.getRow(2).getCell(1).getStringCellValue());
            String comment =
                    lines.getRow(2).getCell(0).getCellComment().getString().getString();
            assertTrue(comment.contains("UNKNOWN-CODE"), comment);
        }
        Client.WFP.request().get(path + "/workbook").then().statusCode(404);
    }

    @Test
    void hasNoWorkbookWhereNoneWasSent() {
        Client.UNDP.request().get(refused(MIXED) + "/workbook").then().statusCode(404);
    }

    private static void write(Row row, String... cells) {
        for (String cell : cells) {
            row.createCell(Math.max(row.getLastCellNum(), 0)).setCellValue(cell);
        }
    }

    private static List<String> stored() {
        return Client.UNDP
                .request()
                .get("/api/v1/submissions?entity=UNDP&year=2011&limit=200")
                .jsonPath()
                .getList("submissions.id");
    }

    private static ValidatableResponse dryRun(String body) {
        return Client.UNDP
                .request()
                .contentType("application/json")
                .body(body)
                .post("/api/v1/submissions?dryRun=true")
                .then()
                .statusCode(200);
    }

    private static String refused(String csv) {
        return Client.UNDP
                .postCsv(csv, UNDP_2024)
                .then()
                .statusCode(422)
                .extract()
                .path("report");
    }

    private static ValidatableResponse report(String csv) {
        return Client.UNDP.request().get(refused(csv)).then().statusCode(200);
    }

    private static ValidatableResponse filtered(String path, String query) {
        return Client.UNDP.request().get(path + "?" + query).then().statusCode(200);
    }
}
