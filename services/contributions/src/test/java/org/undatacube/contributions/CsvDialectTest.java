package org.undatacube.contributions;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a program writes a table, it is read as its sender means it, or not at all. */
@QuarkusTest
class CsvDialectTest {
    private static final Map<String, Object> UNDP_2024 = Map.of("entity", "UNDP", "year", 2024, "flow", "expense");

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsOutWhatStandsBetweenColumns(String delimiter) {
        String body = "function,location,amount\nE01,ML,1200.50\nE01,NA,3.10\n".replace(",", delimiter);

        String id = accepted(Client.UNDP.postCsv(body, UNDP_2024));

        assertEquals(List.of("1200.50", "3.10"), lines(id, "amount"));
        assertEquals(List.of("ML", "NA"), lines(id, "location"));
        assertEquals(delimiter.equals(",") ? List.of() : List.of("READ-AS"), notes(id));
    }

    @Test
    void takesDeclaredTabsWithoutANote() {
        String id = accepted(Client.UNDP
                .request()
                .contentType("text/tab-separated-values")
                .queryParams(UNDP_2024)
                .body("location\tamount\nML\t1.5\n")
                .post("/api/v1/submissions"));

        assertEquals(List.of("1.5"), lines(id, "amount"));
        assertEquals(List.of(), notes(id));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.234,56    | 1.234.567,5 | 1234.56    | 1234567.5
            1.234       | 0,5         | 1234       | 0.5
            1 234,56    | -1 000      | 1234.56    | -1000
            1234        | 7,253598095 | 1234       | 7.253598095
            1,234.56    | 1,000       | 1234.56    | 1000
            1,234       | 0.500       | 1234       | 0.500
            1,234,567   | 12          | 1234567    | 12
            1'234.50    | +3          | 1234.50    | 3
            1.5         | 2.25        | 1.5        | 2.25
            """)
    void readsAllAmountsAsTheOneThatDecides(String first, String second, String firstPlain, String secondPlain) {
        String id = accepted(Client.UNDP.postCsv("location;amount\nML;" + first + "\nNA;" + second + "\n", UNDP_2024));

        assertEquals(List.of(firstPlain, secondPlain), lines(id, "amount"));
    }

    @Test
    void saysHowItReadTheFile() {
        String id = accepted(Client.UNDP.postCsv("location;amount\nML;1.234,56\n", UNDP_2024));

        Client.UNDP
                .request()
                .get("/api/v1/submissions/" + id + "/findings")
                .then()
                .body("findings[0].rule", equalTo("READ-AS"))
                .body(
                        "findings[0].message",
                        equalTo(
                                "Taken from the file itself: a semicolon between columns, a comma before the decimals."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "1.234", "-999.000"})
    void refusesAmountsThatCanBeReadInTwoWays(String amount) {
        Response response =
                Client.UNDP.postCsv("location;amount\nML;" + amount + "\n", declared("delimiter", "semicolon"));

        Client.onlyFinding(response, "AMOUNT-AMBIGUOUS", 2, "amount")
                .body("findings[0].value", equalTo(amount))
                .body("findings[0].expected", containsString("decimal=comma"));
    }

    @Test
    void takesAPointForDecimalsWhereACommaStandsBetweenColumns() {
        String id = accepted(Client.UNDP.postCsv("location,amount\nML,1.234\n", UNDP_2024));

        assertEquals(List.of("1.234"), lines(id, "amount"));
    }

    @ParameterizedTest
    @CsvSource({"comma, 1234, 1.234", "point, 1.234, 1234"})
    void readsAmountsAsDeclared(String decimal, String withPoint, String withComma) {
        String id =
                accepted(Client.UNDP.postCsv("location;amount\nML;1.234\nNA;1,234\n", declared("decimal", decimal)));

        assertEquals(List.of(withPoint, withComma), lines(id, "amount"));
    }

    @Test
    void findsAmountsThatContradictEachOther() {
        Client.UNDP
                .postCsv("location;amount\nML;1.234,56\nNA;1,234.56\n", UNDP_2024)
                .then()
                .statusCode(422)
                .body("findings[0].rule", equalTo("AMOUNT-NOT-A-NUMBER"))
                .body("findings[0].row", equalTo(2))
                .body("counts.reject", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({"delimiter, colon, semicolon", "decimal, dot, point or comma"})
    void refusesDeclarationsThatAreNone(String parameter, String value, String expected) {
        Client.UNDP
                .postCsv("amount\n1\n", declared(parameter, value))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/contributions/invalid-parameter"))
                .body("parameter", equalTo(parameter))
                .body("expected", containsString(expected));
    }

    @Test
    void takesADashAsZeroAndSaysSo() {
        String id = accepted(Client.UNDP.postCsv("location,amount\nML, -   \nNA,2.50\n", UNDP_2024));

        assertEquals(List.of("0", "2.50"), lines(id, "amount"));
        assertEquals(List.of("AMOUNT-DASH"), notes(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void readsWhatSpreadsheetsCallUnicodeText(String charset) {
        byte[] body = "\uFEFFlocation\tamount\tnote\r\nML\t1234,50\tpréparé\r\n".getBytes(Charset.forName(charset));

        String id = accepted(post(body));

        assertEquals(List.of("1234.50"), lines(id, "amount"));
        assertEquals(List.of("préparé"), lines(id, "note"));
        assertEquals(List.of("READ-AS"), notes(id));
    }

    @Test
    void readsUtf8WithItsByteOrderMarkAsIfItWereNotThere() {
        String id = accepted(post("\uFEFFlocation,amount\nNA,1\n".getBytes(StandardCharsets.UTF_8)));

        assertEquals(List.of("NA"), lines(id, "location"));
        assertEquals(List.of(), notes(id));
    }

    @Test
    void takesTheCodeOfAValueChosenFromAList() {
        String id =
                accepted(Client.UNDP.postCsv("function,location,amount\nE01 – Development,ML – Mali,1\n", UNDP_2024));

        assertEquals(List.of("E01"), lines(id, "function"));
        assertEquals(List.of("ML"), lines(id, "location"));
    }

    private static Map<String, Object> declared(String parameter, String value) {
        Map<String, Object> declared = new HashMap<>(UNDP_2024);
        declared.put(parameter, value);
        return declared;
    }

    private static Response post(byte[] body) {
        return Client.UNDP
                .request()
                .contentType("text/csv")
                .queryParams(UNDP_2024)
                .body(body)
                .post("/api/v1/submissions");
    }

    private static String accepted(Response response) {
        return response.then().statusCode(201).extract().path("id");
    }

    private static List<String> lines(String id, String field) {
        return Client.UNDP
                .request()
                .accept("application/json")
                .get("/api/v1/submissions/" + id + "/lines")
                .jsonPath()
                .getList("lines." + field);
    }

    private static List<String> notes(String id) {
        return Client.UNDP
                .request()
                .get("/api/v1/submissions/" + id + "/findings")
                .jsonPath()
                .getList("findings.rule");
    }
}
