package org.undatacube.contributions;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules on what codes say together, and on values that are meant as codes. */
@QuarkusTest
class CodeRuleTest {

    @Test
    void rejectsATargetOutsideItsGoal() {
        Client.UNDP
                .rejected(Expense.of("{\"goal\":\"5\",\"sdg\":\"1.1\",\"amount\":1}"), "TARGET-OUTSIDE-GOAL", 1, "sdg")
                .body("findings[0].expected", equalTo("a target of goal 5, or the goal 1"));
    }

    @Test
    void takesATargetBesideItsGoalAndAGoalAlone() {
        String id = Client.UNDP.submit(Expense.of("{\"goal\":\"5\",\"sdg\":\"5.1\",\"amount\":1},"
                + "{\"sdg\":\"5.2\",\"goal\":\"5\",\"amount\":1},{\"goal\":\"8\",\"amount\":1},"
                + "{\"sdg\":\"5\",\"goal\":\"5\",\"amount\":1}"));

        findings(id).body("findings", hasSize(0));
        Client.UNDP
                .request()
                .get("/api/v1/submissions/" + id + "/lines")
                .then()
                .body("lines.sdg", equalTo(List.of("5.1", "5.2", "8", "5")));
    }

    @Test
    void rejectsATargetWhereAGoalIsMeant() {
        Client.UNDP
                .rejected(Expense.of("{\"goal\":\"5.1\",\"amount\":1}"), "UNKNOWN-CODE", 1, "goal")
                .body("findings[0].expected", equalTo("5"));
    }

    @Test
    void notesTargetsThatASpreadsheetMayHaveShortened() {
        findings(Client.UNDP.submit(Expense.of("{\"sdg\":\"8.1\",\"amount\":1},{\"sdg\":\"8.1\",\"amount\":2}")))
                .body("findings.rule", contains("TARGET-PERHAPS-SHORTENED"))
                .body("findings[0].severity", equalTo("note"))
                .body("findings[0].message", equalTo("2 lines are on 8.1 and none on 8.10."));
    }

    @Test
    void seesThatNoZeroIsLostWhereTheLongerTargetIsThere() {
        findings(Client.UNDP.submit(Expense.of("{\"sdg\":\"8.1\",\"amount\":1},{\"sdg\":\"8.10\",\"amount\":2}")))
                .body("findings", hasSize(0));
    }

    @Test
    void wantsTheFundOfAPooledFund() {
        findings(Client.UNDP.submit(revenue(2024, "{\"instrument\":\"R03A\",\"amount\":1}")))
                .body("findings.rule", contains("FUND-MISSING"))
                .body("findings[0].severity", equalTo("warn"))
                .body("findings[0].row", equalTo(1));
        findings(Client.UNDP.submit(revenue(2024, "{\"instrument\":\"R03A-PEACE\",\"amount\":1}")))
                .body("findings", hasSize(0));
        findings(Client.UNDP.submit(revenue(2017, "{\"instrument\":\"R03A\",\"amount\":1}")))
                .body("findings", hasSize(0));
        findings(Client.UNDP.submit(Expense.of("{\"instrument\":\"R03A\",\"amount\":1}")))
                .body("findings", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "R01, MPTF, instrument R01 goes with contributor C01 or C08A",
        "R01, C09, instrument R01 goes with contributor C01 or C08A",
        "R03A-PEACE, C01A-NOR, instrument R03A goes with contributor C04D",
        "R02A, MPTF, contributor C04D goes with instrument R03 or R04B"
    })
    void warnsOfInstrumentsAndContributorsThatSeldomBelongTogether(
            String instrument, String contributor, String expected) {
        findings(Client.UNDP.submit(revenue(2024, pair(instrument, contributor))))
                .body("findings.rule", contains("INSTRUMENT-CONTRIBUTOR-MISMATCH"))
                .body("findings[0].severity", equalTo("warn"))
                .body("findings[0].field", equalTo("contributor"))
                .body("findings[0].expected", equalTo(expected));
    }

    @ParameterizedTest
    @CsvSource({"R01, C01A-NOR", "R03A-PEACE, MPTF", "R02A, C01A-NOR", "R04B, MPTF"})
    void letsInstrumentsAndContributorsBeThatBelongTogether(String instrument, String contributor) {
        findings(Client.UNDP.submit(revenue(2024, pair(instrument, contributor))))
                .body("findings", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"turkiye", "TÜRKİYE", "تركيا", "土耳其"})
    void takesANameInAnyLanguageForItsCode(String name) {
        findings(Client.UNDP.submit(Expense.of("{\"location\":\"" + name + "\",\"amount\":1}")))
                .body("findings.rule", contains("NAME-TAKEN"))
                .body("findings[0].severity", equalTo("note"))
                .body("findings[0].value", equalTo(name))
                .body("findings[0].expected", equalTo("TR"));
    }

    @ParameterizedTest
    @CsvSource({"location, M\\u200EL, ML, U+200E", "sdg, 5.1\\u200B, 5.1, U+200B", "amount, 1\\u202E2, 12, U+202E"})
    void namesCharactersThatCannotBeSeen(String field, String value, String without, String character) {
        String amount = field.equals("amount") ? "" : "\"amount\":1,";
        Client.UNDP
                .rejected(
                        Expense.of("{" + amount + "\"" + field + "\":\"" + value + "\"}"),
                        "INVISIBLE-CHARACTER",
                        1,
                        field)
                .body("findings[0].message", containsString(character))
                .body("findings[0].expected", equalTo(without))
                .body("findings[0].value", containsString("\uFFFD"));
    }

    @Test
    void letsMarksOfWritingBeInNotes() {
        Client.UNDP.submit(Expense.of("{\"amount\":1,\"note\":\"\\u200Eشكرا\"}"));
    }

    @Test
    void rejectsAnEntityThatDoesNotReportAtAll() {
        Client.onlyFinding(
                        Client.SECRETARIAT.postJson(Expense.of("{\"amount\":1}").replace("UNDP", "IMF")),
                        "ENTITY-NOT-REPORTING",
                        null,
                        "entity")
                .body("findings[0].message", startsWith("IMF does not report"));
    }

    @Test
    void countsNegativeAmountsAndKeepsThem() {
        findings(Client.UNDP.submit(Expense.of("{\"amount\":-1.5},{\"amount\":2},{\"amount\":-3}")))
                .body("findings.rule", contains("NEGATIVE-AMOUNTS"))
                .body("findings[0].message", equalTo("2 of 3 lines are negative, -4.50 USD in all; they are kept."));
    }

    @Test
    void notesBreakdownsOfDifferentTotals() {
        String body = Expense.of("{\"amount\":100.9,\"sdg\":\"5.1\"}]},{\"lines\":[{\"amount\":99.1,\"gem\":\"1\"}")
                .replace("\"breakdowns\"", "\"controlTotal\":100,\"breakdowns\"");

        findings(Client.UNDP.submit(body))
                .body("findings.rule", contains("BREAKDOWNS-DIFFER"))
                .body("findings[0].severity", equalTo("note"))
                .body("findings[0].message", equalTo("The breakdown 2 adds up to 99.10, the breakdown 1 to 100.90."));
        findings(Client.UNDP.submit(body.replace("100.9", "100").replace("99.1", "99.5")))
                .body("findings", hasSize(0));
    }

    private static ValidatableResponse findings(String id) {
        return Client.SECRETARIAT
                .request()
                .get("/api/v1/submissions/" + id + "/findings")
                .then()
                .statusCode(200);
    }

    private static String pair(String instrument, String contributor) {
        return "{\"instrument\":\"%s\",\"contributor\":\"%s\",\"amount\":1}".formatted(instrument, contributor);
    }

    private static String revenue(int year, String lines) {
        return "{\"entity\":\"UNDP\",\"year\":%d,\"flow\":\"revenue\",\"breakdowns\":[{\"lines\":[%s]}]}"
                .formatted(year, lines);
    }
}
