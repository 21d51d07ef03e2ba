package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RoundTripTest {
    private static final List<String> AMOUNTS = List.of(
            "1200.00",
            "1200.00",
            "-0.123456789",
            "0",
            "12345678901234567890.123456789",
            "-98765432109876543210.1",
            "7.10");

    @Inject
    DataSource dataSource;

    @Test
    void givesEveryDigitBackThatWasSentAsJson() {
        StringBuilder lines = new StringBuilder();
        for (String amount : AMOUNTS) {
            // as text and as number by turns
            String quote = lines.length() % 2 == 0 ? "\"" : "";
            lines.append(lines.isEmpty() ? "" : ",")
                    .append("{\"sdg\":\"8.10\",\"amount\":" + quote + amount + quote + "}");
        }

        String id = Client.UNDP.submit("{\"entity\":\"UNDP\",\"year\":2024,\"flow\":\"expense\",\"breakdowns\":[{"
                + "\"lines\":[" + lines + "]}]}");

        assertEquals(AMOUNTS, lines(id).getList("lines.amount"));
        assertEquals(AMOUNTS, lines(id).getList("lines.amountUsd"));
    }

    @Test
    void givesEveryDigitBackThatWasSentAsCsv() {
        String body = "\uFEFFamount,location,note\r\n"
                + AMOUNTS.stream()
                        .map(amount -> amount + ",NA,\"a \"\"note\"\",\tof\\two\nlines\"\r\n")
                        .reduce("", String::concat);

        String id = Client.UNDP
                .postCsv(body, Map.of("entity", "UNDP", "year", 2024, "flow", "expense"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        assertEquals(AMOUNTS, lines(id).getList("lines.amount"));
        assertEquals(
                List.of("NA"),
                lines(id).getList("lines.location").stream().distinct().toList());
        assertEquals("a \"note\",\tof\\two\nlines", lines(id).getString("lines[6].note"));
    }

    @Test
    void readsTheSameFromJsonAndCsv() {
        String json = Client.UNDP.submit("""
                {"breakdowns":[
                   {"lines":[{"function":"E01","location":"ML","amount":"10.50","basis":"EXP","lineId":"a","note":"n"},
                             {"function":"E02","location":"G&I","amount":-3,"currency":"EUR"}],
                    "dimensions":["location","function"]},
                   {"lines":[{"sdg":"5.a","amount":"7.253598095"}]}],
                 "controlTotal":7.25, "flow":"expense", "year":"2024", "entity":"UNDP"}""");
        String csv = Client.UNDP
                .postCsv("""
                        breakdown,amount,currency,function,location,sdg,basis,lineId,note
                        by place,10.50,,E01,ML,,EXP,a,n
                        by goal,7.253598095,,,,5.a,,,
                        by place,-3,EUR,E02,G&I,,,,
                        """, Map.of("entity", "UNDP", "year", 2024, "flow", "expense", "controlTotal", "7.25"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        assertEquals(withoutBreakdowns(lines(json)), withoutBreakdowns(lines(csv)));
        assertEquals("-3.246401905", lines(csv).getString("lines[1].amountUsd"));
        assertEquals(
                submission(json).getList("breakdowns.total"), submission(csv).getList("breakdowns.total"));
    }

    @Test
    void showsWhatWasStored() {
        Client.UNDP
                .postJson("""
                        {"entity":"UNDP","year":2023,"flow":"revenue","controlTotal":"5300.10","source":"Report",
                         "breakdowns":[{"dimensions":["instrument"],"lines":[
                            {"instrument":"R01","amount":"1200"},{"instrument":"R02A","amount":"4100.1"}]}]}""")
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("id", notNullValue())
                .body("status", equalTo("validated"))
                .body("controlTotal", equalTo("5300.10"))
                .body("replaces", equalTo("submission"))
                .body("source", equalTo("Report"))
                .body("preparedBy", equalTo("key-undp"))
                .body("createdAt", startsWith(TestClock.MINUTE))
                .body("breakdowns.size()", equalTo(1))
                .body("breakdowns[0].dimensions", contains("instrument"))
                .body("breakdowns[0].lines", equalTo(2))
                .body("breakdowns[0].total", equalTo("5300.10"))
                .body("findings", equalTo(Map.of("reject", 0, "warn", 0, "note", 0)));
    }

    @Test
    void givesLinesAsCsv() {
        String id = Client.UNDP.submit("""
                {"entity":"UNDP","year":2024,"flow":"expense","breakdowns":[{"lines":[
                   {"location":"NA","gem":"2","amount":"1.10"}]}]}""");
        long breakdown = submission(id).getLong("breakdowns[0].id");

        String csv = Client.UNDP
                .request()
                .accept("text/csv")
                .get("/api/v1/submissions/" + id + "/lines")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertEquals(
                "breakdown,line,entity,function,location,instrument,sdg,contributor,gem,amount,currency,amountUsd,"
                        + "unitsPerUsd,rateYear,ratesVersion,basis,lineId,note,splitLine,splitAmount,splitPercent\r\n"
                        + breakdown
                        + ",1,UNDP,,NA,,,,2,1.10,USD,1.10,,,,,,,,,\r\n",
                csv);
    }

    @Test
    void saysWithWhichRateALineInAnotherCurrencyWasConverted() {
        String id = Client.UNDP.submit("""
                {"entity":"UNDP","year":2024,"flow":"expense","breakdowns":[{"lines":[
                   {"location":"NA","amount":"12.50","currency":"CHF"},
                   {"location":"ML","amount":"-3","currency":"EUR"},
                   {"location":"NA","amount":"7.10"}]}]}""");
        long breakdown = submission(id).getLong("breakdowns[0].id");

        JsonPath lines = lines(id);
        String csv = Client.UNDP
                .request()
                .accept("text/csv")
                .get("/api/v1/submissions/" + id + "/lines")
                .asString();

        assertEquals(List.of("12.50", "-3", "7.10"), lines.getList("lines.amount"));
        assertEquals(List.of("CHF", "EUR", "USD"), lines.getList("lines.currency"));
        assertEquals(List.of("14.285714286", "-3.246401905", "7.10"), lines.getList("lines.amountUsd"));
        assertEquals(Arrays.asList("0.875", "0.9241", null), lines.getList("lines.unitsPerUsd"));
        assertEquals(Arrays.asList(2024, 2024, null), lines.getList("lines.rateYear"));
        assertEquals(Arrays.asList("1", "1", null), lines.getList("lines.ratesVersion"));
        assertEquals(
                List.of(
                        breakdown + ",1,UNDP,,NA,,,,,12.50,CHF,14.285714286,0.875,2024,1,,,,,,",
                        breakdown + ",2,UNDP,,ML,,,,,-3,EUR,-3.246401905,0.9241,2024,1,,,,,,",
                        breakdown + ",3,UNDP,,NA,,,,,7.10,USD,7.10,,,,,,,,,"),
                csv.lines().skip(1).toList());
    }

    @Test
    void showsALineThatCameInBeforeRatesWereKeptWithoutItsRate() throws SQLException {
        String id = Client.UNDP.submit("""
                {"entity":"UNDP","year":2024,"flow":"expense","breakdowns":[{"lines":[
                   {"location":"NA","amount":"12.50","currency":"CHF"}]}]}""");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table line drop constraint line_says_its_rate");
            statement.execute("update line set original_rate = null where breakdown = "
                    + submission(id).getLong("breakdowns[0].id"));
            statement.execute("alter table line add constraint line_says_its_rate"
                    + " check ((original_amount is null) = (original_rate is null)) not valid");
        }

        assertEquals(List.of("14.285714286"), lines(id).getList("lines.amountUsd"));
        assertNull(lines(id).getString("lines[0].unitsPerUsd"));
        assertNull(lines(id).getString("lines[0].rateYear"));
    }

    @Test
    void listsTheRules() {
        given().get("/api/v1/rules")
                .then()
                .statusCode(200)
                .body("rules.find { it.id == 'UNKNOWN-CODE' }.severity", equalTo("reject"))
                .body("rules.find { it.id == 'DIMENSION-OF-OTHER-FLOW' }.flows", contains("revenue"));
    }

    private static JsonPath lines(String id) {
        return Client.UNDP
                .request()
                .accept("application/json")
                .get("/api/v1/submissions/" + id + "/lines")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath submission(String id) {
        return Client.UNDP.request().get("/api/v1/submissions/" + id).jsonPath();
    }

    private static List<Map<String, Object>> withoutBreakdowns(JsonPath lines) {
        List<Map<String, Object>> all = lines.getList("lines");
        all.forEach(line -> line.remove("breakdown"));
        return all;
    }
}
