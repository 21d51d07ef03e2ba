package org.undatacube.contributions;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class RuleTest {
    private static final Map<String, ?> UNDP_2024 = Map.of("entity", "UNDP", "year", 2024, "flow", "expense");
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

    static Stream<Arguments> headers() {
        return Stream.of(
                arguments(
                        "ENTITY-UNKNOWN", "entity", "\"entity\":\"UNDPP\",\"year\":2024,\"flow\":\"expense\"", "UNDP"),
                arguments(
                        "ENTITY-NOT-REPORTING",
                        "entity",
                        "\"entity\":\"UN-UNRISD\",\"year\":2024,\"flow\":\"expense\"",
                        "a submission of UN whose lines give the entity UN-UNRISD"),
                arguments(
                        "CODE-NOT-VALID-IN-YEAR",
                        "entity",
                        "\"entity\":\"UN-OLD\",\"year\":2024,\"flow\":\"expense\"",
                        "valid in 2024"),
                arguments("FIELD-MISSING", "entity", "\"year\":2024,\"flow\":\"expense\"", "entity"),
                arguments("FIELD-MISSING", "year", "\"entity\":\"WFP\",\"flow\":\"expense\"", "year"),
                arguments("FIELD-MISSING", "flow", "\"entity\":\"WFP\",\"year\":2024", "flow"),
                arguments(
                        "YEAR-INVALID",
                        "year",
                        "\"entity\":\"WFP\",\"year\":2010,\"flow\":\"expense\"",
                        "2011 to 2025"),
                arguments(
                        "YEAR-INVALID",
                        "year",
                        "\"entity\":\"WFP\",\"year\":2026,\"flow\":\"expense\"",
                        "2011 to 2025"),
                arguments(
                        "YEAR-INVALID", "year", "\"entity\":\"WFP\",\"year\":24,\"flow\":\"expense\"", "2011 to 2025"),
                arguments("WRONG-TYPE", "flow", "\"entity\":\"WFP\",\"year\":2024,\"flow\":1", "text"),
                arguments("FLOW-UNKNOWN", "flow", "\"entity\":\"WFP\",\"year\":2024,\"flow\":\"spent\"", "revenue or"),
                arguments(
                        "CHOICE-UNKNOWN",
                        "replaces",
                        "\"entity\":\"WFP\",\"year\":2024,\"flow\":\"expense\",\"replaces\":\"all\"",
                        "submission or breakdowns"),
                arguments(
                        "AMOUNT-NOT-A-NUMBER",
                        "controlTotal",
                        "\"entity\":\"WFP\",\"year\":2024,\"flow\":\"expense\",\"controlTotal\":\"much\"",
                        "1200.50"),
                arguments(
                        "UNKNOWN-FIELD",
                        "control_total",
                        "\"entity\":\"WFP\",\"year\":2024,\"flow\":\"expense\",\"control_total\":1",
                        "controlTotal"),
                arguments(
                        "REPEATED-FIELD",
                        "year",
                        "\"entity\":\"WFP\",\"year\":2024,\"flow\":\"expense\",\"year\":2023",
                        "once"));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("headers")
    void namesThePropertyOfTheSubmissionThatCannotBeRight(String rule, String field, String header, String expected) {
        String body = "{" + header + ",\"breakdowns\":[{\"lines\":[{\"amount\":1}]}]}";
        Response response = Client.SECRETARIAT.postJson(body);
        // a value of the wrong type is also one that is not there
        ValidatableResponse found = rule.equals("WRONG-TYPE")
                ? response.then().statusCode(422)
                : Client.onlyFinding(response, rule, null, field);
        found.body("findings[0].rule", equalTo(rule))
                .body("findings[0].pointer", equalTo("/" + field))
                .body("findings[0].expected", containsString(expected));
    }

    @Test
    void rejectsALineThatLacksADimensionOfItsBreakdown() {
        Client.UNDP
                .rejected(
                        expense("{\"sdg\":\"5.1\",\"function\":\"E01\",\"amount\":1},{\"sdg\":\"5.1\",\"amount\":1}"),
                        "DIMENSION-MISSING",
                        2,
                        "function")
                .body("findings[0].message", containsString("the first line of the breakdown gives"));
    }

    @Test
    void rejectsALineWithADimensionThatItsBreakdownDoesNotDeclare() {
        Client.UNDP.rejected("""
                {"entity":"UNDP","year":2024,"flow":"expense","breakdowns":[{"dimensions":["sdg"],"lines":[
                    {"sdg":"5.1","amount":1},{"sdg":"5.1","gem":"1","amount":1}]}]}""", "DIMENSION-NOT-DECLARED", 2, "gem");
    }

    @Test
    void rejectsADimensionOfTheOtherFlow() {
        Client.UNDP
                .rejected(
                        expense("{\"amount\":1,\"sdg\":\"5.1\"}").replace("expense", "revenue"),
                        "DIMENSION-OF-OTHER-FLOW",
                        1,
                        "sdg")
                .body("findings[0].expected", equalTo("instrument, contributor"));
    }

    @Test
    void rejectsAnUnknownDimension() {
        Client.UNDP.rejected(
                expense("{\"amount\":1}").replace("\"lines\"", "\"dimensions\":[\"goal\"],\"lines\""),
                "DIMENSION-UNKNOWN",
                null,
                "dimensions");
    }

    @Test
    void rejectsDimensionsDeclaredAfterLinesThatGiveOthers() {
        Client.UNDP
                .rejected(
                        expense("{\"amount\":1,\"sdg\":\"5.1\"}").replace("]}]}", "],\"dimensions\":[\"gem\"]}]}"),
                        "DIMENSION-MISSING",
                        null,
                        "dimensions")
                .body("findings[0].pointer", equalTo("/breakdowns/0/dimensions"));
    }

    @Test
    void rejectsTwoBreakdownsWithTheSameDimensions() {
        Client.UNDP
                .rejected(
                        expense("{\"amount\":1,\"sdg\":\"5.1\"}]},{\"lines\":[{\"amount\":1,\"sdg\":\"5.2\"}"),
                        "BREAKDOWN-REPEATED",
                        null,
                        "breakdowns")
                .body("findings[0].pointer", equalTo("/breakdowns/1"));
    }

    @Test
    void rejectsMoreBreakdownsThanThereAreSetsOfDimensions() {
        String breakdowns = "{\"lines\":[{\"amount\":1}]}" + ",{\"lines\":[{\"amount\":1}]}".repeat(64);

        Client.UNDP
                .postJson(
                        "{\"entity\":\"UNDP\",\"year\":2024,\"flow\":\"expense\",\"breakdowns\":[" + breakdowns + "]}")
                .then()
                .statusCode(422)
                .body("findings.rule", hasItems("TOO-MANY-BREAKDOWNS", "BREAKDOWN-REPEATED"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FIELD-MISSING | {"entity":"UNDP","year":2024,"flow":"expense"}
            NO-LINES      | {"entity":"UNDP","year":2024,"flow":"expense","breakdowns":[]}
            NO-LINES      | {"entity":"UNDP","year":2024,"flow":"expense","breakdowns":[{"lines":[]}]}
            NO-LINES      | {"entity":"UNDP","year":2024,"flow":"expense","breakdowns":[{"dimensions":["sdg"]}]}
            WRONG-TYPE    | {"entity":"UNDP","year":2024,"flow":"expense","breakdowns":{}}
            """)
    void rejectsASubmissionWithoutLines(String rule, String body) {
        Client.UNDP.postJson(body).then().statusCode(422).body("findings[0].rule", equalTo(rule));
    }

    @Test
    void takesAnotherSpellingAsTheCodeAndSaysSo() {
        String id = Client.UNDP.submit(expense("{\"amount\":1,\"location\":\"mli\",\"function\":\"E01\"},"
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
    void takesAnEntityByItsAliasAndASubEntityOnALine() {
        Client.SECRETARIAT
                .postJson(expense("{\"amount\":1}").replace("UNDP", "UNWTO"))
                .then()
                .statusCode(201)
                .body("entity", equalTo("UN Tourism"))
                .body("findings.note", equalTo(1));
        Client.SECRETARIAT
                .postJson(expense("{\"amount\":1,\"entity\":\"UN-UNRISD\"}").replace("UNDP", "UN"))
                .then()
                .statusCode(201)
                .body("entity", equalTo("UN"))
                .body("findings.note", equalTo(0));
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
        String id = Client.UNDP.submit(expense("{\"amount\":1,\"note\":\"a\"},{\"amount\":1,\"note\":\"a\"},"
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

    @ParameterizedTest(name = "control total {0}: {1}")
    @CsvSource({
        "99, ",
        "101, ",
        "100.999999999, ",
        "98.999999999, CONTROL-TOTAL-EXCEEDED",
        "101.01, CONTROL-TOTAL-NOT-REACHED"
    })
    void warnsWhereABreakdownDoesNotTieToTheControlTotal(String controlTotal, String rule) {
        Client.UNDP
                .postJson(expense("{\"amount\":60},{\"amount\":40}")
                        .replace("\"breakdowns\"", "\"controlTotal\":" + controlTotal + ",\"breakdowns\""))
                .then()
                .statusCode(201)
                .body("findings.warn", equalTo(rule == null ? 0 : 1));
    }

    @Test
    void asksForTheControlTotalWhereBreakdownsDisagree() {
        Client.UNDP.rejected(
                expense("{\"amount\":1,\"sdg\":\"5.1\"}]},{\"lines\":[{\"amount\":2,\"gem\":\"1\"}"),
                "CONTROL-TOTAL-MISSING",
                null,
                "controlTotal");
    }

    @Test
    void warnsOfAnExponent() {
        Client.UNDP
                .postJson(expense("{\"amount\":\"1.2E+05\"}"))
                .then()
                .statusCode(201)
                .body("breakdowns[0].total", equalTo("120000.00"))
                .body("findings.warn", equalTo(1));
    }

    @Test
    void namesRowAndColumnOfCsv() {
        Response response = Client.UNDP.postCsv("amount,sdg,note\n1,5.1,\"two\nlines\"\n2,5.99,\n3,5.1,\n", UNDP_2024);

        Client.onlyFinding(response, "UNKNOWN-CODE", 4, "sdg").body("findings[0].pointer", equalTo(null));
    }

    @Test
    void namesColumnsThatAreUnknownOrTwiceThere() {
        Client.UNDP
                .postCsv("amount,Location,functionn,amount\n1,ML,E01,2\n", UNDP_2024)
                .then()
                .statusCode(422)
                .body("findings.rule", equalTo(List.of("UNKNOWN-FIELD", "UNKNOWN-FIELD", "REPEATED-FIELD")))
                .body("findings.row", equalTo(List.of(1, 1, 1)))
                .body("findings.expected", equalTo(List.of("location", "function", "once")));
    }

    @Test
    void namesTheColumnThatIsMissing() {
        Client.onlyFinding(Client.UNDP.postCsv("sdg\n5.1\n", UNDP_2024), "FIELD-MISSING", 1, "amount");
    }

    @Test
    void namesRowsThatAreTooShortOrTooLong() {
        Client.UNDP
                .postCsv("amount,sdg\n1\n1,5.1\n1,5.1,E01\n", UNDP_2024)
                .then()
                .statusCode(422)
                .body("findings.rule", equalTo(List.of("ROW-LENGTH", "ROW-LENGTH")))
                .body("findings.row", equalTo(List.of(2, 4)));
    }

    @Test
    void namesWhatTheParametersOfCsvLack() {
        Client.UNDP
                .postCsv("amount\n1\n", Collections.emptyMap())
                .then()
                .statusCode(422)
                .body("findings.field", containsInAnyOrder("entity", "year", "flow"));
    }

    @Test
    void findsAllAtOnceAndListsAThousand() {
        String lines = IntStream.range(0, 1_500)
                .mapToObj(index -> "{\"amount\":\"x\",\"sdg\":\"9.%d\",\"note\":\"%d\"}".formatted(index, index))
                .collect(Collectors.joining(","));

        Client.UNDP
                .postJson(expense(lines))
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
                .rejected(expense("{\"amount\":1" + good + "}," + line), rule, 2, field)
                .body("findings[0].pointer", startsWith("/breakdowns/0/lines"));
    }

    private static String expense(String lines) {
        return "{\"entity\":\"UNDP\",\"year\":2024,\"flow\":\"expense\",\"breakdowns\":[{\"lines\":[" + lines + "]}]}";
    }
}
