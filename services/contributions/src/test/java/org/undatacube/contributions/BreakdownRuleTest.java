package org.undatacube.contributions;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lines of a breakdown have in common, and the breakdowns of a submission. */
@QuarkusTest
class BreakdownRuleTest {
    @Test
    void rejectsALineThatLacksADimensionOfItsBreakdown() {
        Client.UNDP
                .rejected(
                        Expense.of(
                                "{\"sdg\":\"5.1\",\"function\":\"E01\",\"amount\":1},{\"sdg\":\"5.1\",\"amount\":1}"),
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
                        Expense.of("{\"amount\":1,\"sdg\":\"5.1\"}").replace("expense", "revenue"),
                        "DIMENSION-OF-OTHER-FLOW",
                        1,
                        "sdg")
                .body("findings[0].expected", equalTo("instrument, contributor"));
    }

    @Test
    void rejectsAnUnknownDimension() {
        Client.UNDP.rejected(
                Expense.of("{\"amount\":1}").replace("\"lines\"", "\"dimensions\":[\"goal\"],\"lines\""),
                "DIMENSION-UNKNOWN",
                null,
                "dimensions");
    }

    @Test
    void rejectsDimensionsDeclaredAfterLinesThatGiveOthers() {
        Client.UNDP
                .rejected(
                        Expense.of("{\"amount\":1,\"sdg\":\"5.1\"}").replace("]}]}", "],\"dimensions\":[\"gem\"]}]}"),
                        "DIMENSION-MISSING",
                        null,
                        "dimensions")
                .body("findings[0].pointer", equalTo("/breakdowns/0/dimensions"));
    }

    @Test
    void rejectsTwoBreakdownsWithTheSameDimensions() {
        Client.UNDP
                .rejected(
                        Expense.of("{\"amount\":1,\"sdg\":\"5.1\"}]},{\"lines\":[{\"amount\":1,\"sdg\":\"5.2\"}"),
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
                .postJson(Expense.of("{\"amount\":60},{\"amount\":40}")
                        .replace("\"breakdowns\"", "\"controlTotal\":" + controlTotal + ",\"breakdowns\""))
                .then()
                .statusCode(201)
                .body("findings.warn", equalTo(rule == null ? 0 : 1));
    }

    @Test
    void asksForTheControlTotalWhereBreakdownsDisagree() {
        Client.UNDP.rejected(
                Expense.of("{\"amount\":1,\"sdg\":\"5.1\"}]},{\"lines\":[{\"amount\":2,\"gem\":\"1\"}"),
                "CONTROL-TOTAL-MISSING",
                null,
                "controlTotal");
    }
}
