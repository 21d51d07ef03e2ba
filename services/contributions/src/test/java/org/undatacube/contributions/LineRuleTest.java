package org.undatacube.contributions;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each line by itself, and all of them. */
@QuarkusTest
class LineRuleTest {
    private static final Map<String, String> GOOD_CODES =
            Map.of("sdg", "5.1", "location", "ML", "gem", "1", "function", "E01", "instrument", "R02A");

    @ParameterizedTest(name = "{0} {1}={2}")
    @CsvSource(delimiter = '|', textBlock = """
            UNKNOWN-CODE           | sdg         | 5.b          | 5.1 (Target 5.1)
            UNKNOWN-CODE           | location    | Malii        | ML (Mali)
            UNKNOWN-CODE           | entity      | XYZ          | /api/v1/code-lists/entities
            UNKNOWN-CODE           | gem         | 4            | 0 (Marker 0)
            CODE-NOT-VALID-IN-YEAR | function    | E0X          | a code that is valid in 2024
            CODE-NOT-VALID-IN-YEAR | instrument  | R02          | R02A (Voluntary core: general); R02B
            LINE-ENTITY-OUTSIDE    | entity      | WFP          | UNDP or one of its sub-entities
            LINE-ENTITY-OUTSIDE    | entity      | FUND-PROGRAMME | UNDP or one of its sub-entities
            AMOUNT-NOT-A-NUMBER    | amount      | 12a          | a decimal number such as 1200.50
            AMOUNT-NOT-A-NUMBER    | amount      | 2024-01-01   | a decimal number such as 1200.50
            AMOUNT-NOT-A-NUMBER    | amount      | ' -   '      | a decimal number such as 1200.50
            AMOUNT-NOT-A-NUMBER    | amount      | 1,200,000.50 | 1200000.50, without thousands separators
            AMOUNT-NOT-A-NUMBER    | amount      | 12,5         | 12.5, with a decimal point
            AMOUNT-NOT-A-NUMBER    | amount      | NaN          | a decimal number such as 1200.50
            AMOUNT-DECIMALS        | amount      | 0.1234567890 | at most 9 decimals
            AMOUNT-DIGITS          | amount      | 123456789012345678901 | at most 20 digits before the point
            AMOUNT-DIGITS          | amount      | 1e400        | at most 20 digits before the point
            AMOUNT-DECIMALS        | amount      | 1e-999999    | at most 9 decimals
            CURRENCY-WITHOUT-RATE  | currency    | JPY          | USD, or a currency of
            CHOICE-UNKNOWN         | basis       | BUG          | BUD
            """)
    void namesRowAndFieldOfAValueThatCannotBeRight(String rule, String field, String value, String expected) {
        String amount = field.equals("amount") ? "" : "\"amount\":\"1\",";

        findsAtSecondLine("{%s\"%s\":\"%s\"}".formatted(amount, field, value), rule, field)
                .body("findings[0].value", equalTo(value))
                .body("findings[0].expected", containsString(expected));
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            FIELD-MISSING   | amount   | {"note":"x"}
            FIELD-MISSING   | amount   | {"amount":null}
            FIELD-MISSING   | amount   | {"amount":"  "}
            WRONG-TYPE      | amount   | {"amount":true}
            WRONG-TYPE      | amount   | {"amount":[1]}
            WRONG-TYPE      | sdg      | {"amount":1,"sdg":8.10}
            UNKNOWN-FIELD   | ammount  | {"amount":1,"ammount":2}
            UNKNOWN-FIELD   | line_id  | {"amount":1,"line_id":"2"}
            REPEATED-FIELD  | amount   | {"amount":1,"amount":2}
            UNREADABLE-TEXT | note     | {"amount":1,"note":"a\\u0000b"}
            UNREADABLE-TEXT | note     | {"amount":1,"note":"\\ud800"}
            UNREADABLE-TEXT | lineId   | {"amount":1,"lineId":"\\udc00x"}
            WRONG-TYPE      | lines    | 12
            """)
    void namesRowAndFieldOfALineThatIsNotInTheFormat(String rule, String field, String line) {
        findsAtSecondLine(line, rule, field);
    }

    @Test
    void saysWhichNameWasProbablyMeant() {
        findsAtSecondLine("{\"amount\":1,\"line_id\":\"2\"}", "UNKNOWN-FIELD", "line_id")
                .body("findings[0].expected", equalTo("lineId"))
                .body("findings[0].pointer", equalTo("/breakdowns/0/lines/1/line_id"));
    }

    @Test
    void takesAnotherSpellingAsTheCodeAndSaysSo() {
        String id = Client.UNDP.submit(Expense.of("{\"amount\":1,\"location\":\"mli\",\"function\":\"E01\"},"
                + "{\"amount\":1,\"location\":\"NA\",\"function\":\"development assistance\"}"));

        Client.UNDP
                .request()
                .get("/api/v1/submissions/" + id + "/findings")
                .then()
                .body("counts", equalTo(Map.of("reject", 0, "warn", 0, "note", 2)))
                .body("findings[0].rule", equalTo("ALIAS-TAKEN"))
                .body("findings[0].row", equalTo(1))
                .body("findings[0].value", equalTo("mli"))
                .body("findings[0].expected", equalTo("ML"))
                .body("findings[1].row", equalTo(2));
        Client.UNDP
                .request()
                .get("/api/v1/submissions/" + id + "/lines")
                .then()
                .body("lines.location", equalTo(List.of("ML", "NA")))
                .body("lines.function", equalTo(List.of("E01", "E01")));
    }

    @Test
    void takesRetiredCodesInTheirYears() {
        Client.UNDP
                .postJson("{\"entity\":\"UNDP\",\"year\":2017,\"flow\":\"revenue\",\"breakdowns\":[{\"lines\":["
                        + "{\"instrument\":\"R02\",\"amount\":1}]}]}")
                .then()
                .statusCode(201);
        Client.UNDP.rejected(
                "{\"entity\":\"UNDP\",\"year\":2017,\"flow\":\"revenue\",\"breakdowns\":[{\"lines\":["
                        + "{\"instrument\":\"R02A\",\"amount\":1}]}]}",
                "CODE-NOT-VALID-IN-YEAR",
                1,
                "instrument");
    }

    @Test
    void countsExactRepeatsAndKeepsThem() {
        String id = Client.UNDP.submit(Expense.of("{\"amount\":1,\"note\":\"a\"},{\"amount\":1,\"note\":\"a\"},"
                + "{\"amount\":1,\"note\":\"a\"},{\"amount\":1,\"note\":\"b\"},{\"amount\":\"1.0\",\"note\":\"c\"}"));

        Client.UNDP
                .request()
                .get("/api/v1/submissions/" + id + "/findings")
                .then()
                .body("findings.size()", equalTo(1))
                .body("findings[0].rule", equalTo("LINES-REPEATED"))
                .body("findings[0].severity", equalTo("note"))
                .body("findings[0].message", startsWith("2 of 5 lines"));
        Client.UNDP
                .request()
                .get("/api/v1/submissions/" + id)
                .then()
                .body("breakdowns[0].total", equalTo("5.00"))
                .body("breakdowns[0].lines", equalTo(5));
    }

    @Test
    void warnsOfAnExponent() {
        Client.UNDP
                .postJson(Expense.of("{\"amount\":\"1.2E+05\"}"))
                .then()
                .statusCode(201)
                .body("breakdowns[0].total", equalTo("120000.00"))
                .body("findings.warn", equalTo(1));
    }

    @Test
    void findsAllAtOnceAndListsAThousand() {
        String lines = IntStream.range(0, 1_500)
                .mapToObj(index -> "{\"amount\":\"x\",\"sdg\":\"9.%d\",\"note\":\"%d\"}".formatted(index, index))
                .collect(Collectors.joining(","));

        Client.UNDP
                .postJson(Expense.of(lines))
                .then()
                .statusCode(422)
                .body("counts.reject", equalTo(3_000))
                .body("findings.size()", equalTo(1_000))
                .body("findings[999].row", equalTo(500))
                .body("detail", allOf(startsWith("3000 findings"), containsString("nothing was stored")));
    }

    /** Sends a good line with the same dimensions and then another, which must be the only one with a finding. */
    private static ValidatableResponse findsAtSecondLine(String line, String rule, String field) {
        String good = GOOD_CODES.entrySet().stream()
                .filter(code -> line.contains("\"" + code.getKey() + "\":"))
                .map(code -> ",\"" + code.getKey() + "\":\"" + code.getValue() + "\"")
                .collect(Collectors.joining());
        return Client.UNDP
                .rejected(Expense.of("{\"amount\":1" + good + "}," + line), rule, 2, field)
                .body("findings[0].pointer", startsWith("/breakdowns/0/lines"));
    }
}
