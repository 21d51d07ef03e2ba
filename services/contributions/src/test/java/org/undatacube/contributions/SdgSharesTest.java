package org.undatacube.contributions;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.undatacube.contributions.RawWorkbook.number;
import static org.undatacube.contributions.RawWorkbook.row;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SdgSharesTest {
    private static final Map<String, ?> UNDP_2024 = Map.of("entity", "UNDP", "year", 2024, "flow", "expense");

    @Test
    void splitsALineAndKeepsWhatWasSubmitted() {
        String id = Client.UNDP.submit(Expense.of("""
                {"sdg":"1","amount":"7","lineId":"a"},
                {"sdgs":[{"sdg":"5.1","percent":"33.4"},{"sdg":"8.10","percent":66.6}],"amount":"100.01","lineId":"b"}"""));

        assertEquals(List.of("7", "33.40", "66.61"), lines(id).getList("lines.amount"));
        assertEquals(List.of("1", "5.1", "8.10"), lines(id).getList("lines.sdg"));
        assertEquals(List.of("a", "b", "b"), lines(id).getList("lines.lineId"));
        assertEquals(Arrays.asList(null, 2, 2), lines(id).getList("lines.splitLine"));
        assertEquals(Arrays.asList(null, "100.01", "100.01"), lines(id).getList("lines.splitAmount"));
        assertEquals(Arrays.asList(null, "33.4", "66.6"), lines(id).getList("lines.splitPercent"));
        Client.UNDP
                .request()
                .get("/api/v1/submissions/" + id)
                .then()
                .body("breakdowns[0].lines", equalTo(3))
                .body("breakdowns[0].total", equalTo("107.01"));
    }

    @Test
    void splitsAnotherCurrencySoThatDollarsAddUpAsWell() {
        String id = Client.UNDP.submit(Expense.of("""
                {"sdgs":[{"sdg":"1","percent":"50"},{"sdg":"5","percent":"50"}],"amount":"0.03","currency":"EUR"}"""));

        assertEquals(List.of("0.02", "0.01"), lines(id).getList("lines.amount"));
        assertEquals(List.of("0.016232010", "0.016232009"), lines(id).getList("lines.amountUsd"));
        Client.UNDP
                .request()
                .get("/api/v1/submissions/" + id)
                .then()
                .body("breakdowns[0].total", equalTo("0.032464019"));
    }

    @Test
    void readsTheSameFromEveryFormat() {
        String csv = Client.UNDP
                .postCsv("sdgs,amount\n5.1=33.4;8.10=66.6,100.01\n", UNDP_2024)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String workbook = XlsxTest.post(
                        new RawWorkbook()
                                .sheet(
                                        "Goals",
                                        row(1, "sdgs", "amount") + row(2, "5.1 = 33.4; 8.10 = 66.6", number("100.01")))
                                .bytes(),
                        UNDP_2024)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String jsonLines = Client.UNDP
                .request()
                .contentType("application/x-ndjson")
                .queryParams(UNDP_2024)
                .body("{\"sdgs\":\"5.1=33.4;8.10=66.6\",\"amount\":100.01}".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/submissions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        for (String id : List.of(csv, workbook, jsonLines)) {
            assertEquals(List.of("33.40", "66.61"), lines(id).getList("lines.amount"));
            assertEquals(List.of("5.1", "8.10"), lines(id).getList("lines.sdg"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5.1=33.4;8.10=66.5  | SDG-SHARES   | The percentages sum to 99.9.
            5.1=50;5.1=50       | SDG-SHARES   | 5.1 is given twice.
            5.1=100;8.10=0      | SDG-SHARES   | This is not an SDG with a percentage above 0.
            5.1=-1;8.10=101     | SDG-SHARES   | This is not an SDG with a percentage above 0.
            5.1                 | SDG-SHARES   | This is not an SDG with a percentage above 0.
            5.1=1e2             | SDG-SHARES   | This is not an SDG with a percentage above 0.
            5.1=1000            | SDG-SHARES   | This is not an SDG with a percentage above 0.
            5.99=100            | UNKNOWN-CODE | This is not a code of the list sdgs.
            """)
    void refusesSharesThatAreNone(String shares, String rule, String message) {
        Client.onlyFinding(Client.UNDP.postCsv("sdgs,amount\n" + shares + ",1\n", UNDP_2024), rule, 2, "sdgs")
                .body("findings[0].message", containsString(message));
    }

    @Test
    void pointsAtTheShareThatCannotBeRead() {
        Client.UNDP
                .postJson(Expense.of("{\"amount\":1,\"sdgs\":[{\"sdg\":5.1,\"percent\":100},{\"sdg\":\"1\"}]}"))
                .then()
                .statusCode(422)
                .body("findings.rule", equalTo(List.of("WRONG-TYPE", "FIELD-MISSING", "FIELD-MISSING")))
                .body("findings[0].pointer", equalTo("/breakdowns/0/lines/0/sdgs/0/sdg"))
                .body("findings[2].pointer", equalTo("/breakdowns/0/lines/0/sdgs/1"));
    }

    @Test
    void refusesBothOneSdgAndShares() {
        Client.UNDP.rejected(
                Expense.of("{\"amount\":1,\"sdg\":\"1\",\"sdgs\":[{\"sdg\":\"1\",\"percent\":100}]}"),
                "SDG-SHARES",
                1,
                "sdgs");
    }

    @Test
    void putsSharesUnderTheHashOfTheContent() {
        String whole =
                Client.UNDP.submit(Expense.of("{\"sdgs\":[{\"sdg\":\"1\",\"percent\":100}],\"amount\":\"5.00\"}"));
        String plain = Client.UNDP.submit(Expense.of("{\"sdg\":\"1\",\"amount\":\"5.00\"}"));

        String hash = hash(Client.certify(whole));

        assertEquals(64, hash.length());
        assertEquals(false, hash.equals(hash(Client.certify(plain))));
    }

    private static String hash(String id) {
        return Client.SECRETARIAT.request().get("/api/v1/submissions/" + id).path("contentHash");
    }

    private static JsonPath lines(String id) {
        return Client.UNDP
                .request()
                .accept("application/json")
                .get("/api/v1/submissions/" + id + "/lines")
                .jsonPath();
    }
}
