package org.undatacube.contributions;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PartialAcceptanceTest {
    private static final Map<String, ?> UNDP_2024 =
            Map.of("entity", "UNDP", "year", 2024, "flow", "expense", "partial", true);

    @Test
    void keepsTheGoodLinesAndGivesTheOthersBackToMend() {
        String csv = """
                lineId,function,amount,note
                a,E01,1.50,good
                b,E99,2.25,unknown
                c,e01,4,alias
                d,E01,much,no amount
                e,E01
                """;

        Response answer = Client.UNDP.postCsv(csv, UNDP_2024);

        answer.then()
                .statusCode(201)
                .body("part.part", equalTo(1))
                .body("part.kept.lines", equalTo(2))
                .body("part.kept.total", equalTo("5.50"))
                .body("part.refused.lines", equalTo(3))
                .body("part.refused.total", equalTo("2.25"))
                .body("part.refused.withoutAmount", equalTo(2))
                .body("part.rejectedLinesHref", endsWith("/rejected-lines?part=1"))
                .body("findings.note", equalTo(1))
                .body("submission.status", equalTo("draft"))
                .body("submission.breakdowns[0].lines", equalTo(2));
        Draft draft = new Draft(answer.path("submission.id"), Client.UNDP);
        answer.then().header("Location", endsWith(draft.path("")));
        draft.get("/lines").then().body("lines.line", contains(1, 2)).body("lines.lineId", contains("a", "c"));
        draft.get("/findings").then().body("findings.row", contains(4)).body("findings.lineId", contains("c"));
        List<String> file = rejected(draft, "");
        assertEquals("part,row,findings,lineId,function,amount,note", file.get(0));
        assertTrue(file.get(1).startsWith("1,3,UNKNOWN-CODE (function): "), file.get(1));
        assertTrue(file.get(1).contains("; right: "), file.get(1));
        assertTrue(file.get(1).endsWith(",b,E99,2.25,unknown"), file.get(1));
        assertTrue(file.get(2).endsWith(",d,E01,much,no amount"), file.get(2));
        assertTrue(file.get(3).startsWith("1,6,\"ROW-LENGTH: ") && file.get(3).endsWith(",e,E01"), file.get(3));

        String mended = String.join("\n", file)
                .replace(",b,E99,", ",b,E01,")
                .replace("much", "1000.5")
                .replace(",e,E01", ",e,E01,8,");
        draft.appendCsv(mended)
                .then()
                .statusCode(201)
                .body("part.kept.lines", equalTo(3))
                .body("part.kept.total", equalTo("1010.75"))
                .body("submission.breakdowns[0].total", equalTo("1016.25"));
        draft.get("/history")
                .then()
                .body("steps[0].details.refused", equalTo(3))
                .body("steps[1].action", equalTo("lines-appended"));
    }

    @Test
    void keepsGoodLinesOfWhatIsAppended() {
        Draft draft = Draft.of(Client.UNDP, "{\"function\":\"E01\",\"amount\":1}");

        draft.change()
                .contentType("application/json")
                .queryParam("partial", true)
                .body("{\"breakdowns\":[{\"lines\":[{\"function\":\"E01\",\"amount\":2},{\"function\":1,\"amount\":3},"
                        + "{\"function\":\"E01\",\"amount\":4,\"colour\":\"red\"}]}]}")
                .post(draft.path("/lines"))
                .then()
                .statusCode(201)
                .body("part.kept.lines", equalTo(1))
                .body("part.refused.lines", equalTo(2))
                .body("part.refused.total", equalTo("7.00"))
                .body("submission.breakdowns[0].lines", equalTo(2))
                .body("submission.breakdowns[0].total", equalTo("3.00"));

        List<String> file = rejected(draft, "?part=2");
        assertEquals(
                "part,row,findings,breakdown,entity,function,location,instrument,sdg,goal,sdgs,contributor,gem,amount,currency,"
                        + "basis,lineId,note",
                file.get(0));
        assertTrue(file.get(1).startsWith("2,2,WRONG-TYPE (function)"), file.get(1));
        assertTrue(file.get(2).contains("UNKNOWN-FIELD (colour)"), file.get(2));
        assertTrue(file.get(2).endsWith(",1,,E01,,,,,,,,4,,,,"), file.get(2));
        draft.get("/rejected-lines?part=1").then().statusCode(200);
        draft.get("/rejected-lines?part=3").then().statusCode(404);
    }

    @Test
    void refusesAllWhereWhatIsWrongIsOnNoLine() {
        Client.UNDP
                .postCsv("function,ammount\nE01,1\n", UNDP_2024)
                .then()
                .statusCode(422)
                .body("findings.rule", contains("UNKNOWN-FIELD", "FIELD-MISSING"));
        Client.UNDP
                .postCsv(
                        "function,amount\nE01,1\n",
                        Map.of("entity", "UNDP", "year", 1999, "flow", "expense", "partial", true))
                .then()
                .statusCode(422)
                .body("findings.rule", contains("YEAR-INVALID"));
        Client.UNDP
                .request()
                .queryParam("partial", true)
                .contentType("application/json")
                .body(
                        "{\"entity\":\"UNDP\",\"year\":2024,\"flow\":\"expense\",\"breakdowns\":[{\"lines\":[{\"amount\":1},5]}]}")
                .post("/api/v1/submissions")
                .then()
                .statusCode(422)
                .body("findings.rule", contains("WRONG-TYPE"));
        Client.UNDP
                .request()
                .queryParam("partial", true)
                .contentType("application/json")
                .body("{\"entity\":\"UNDP\",\"year\":2024,\"flow\":\"expense\",\"breakdowns\":[{\"lines\":[5]},"
                        + "{\"lines\":[{\"function\":\"E01\",\"amount\":1}]}]}")
                .post("/api/v1/submissions")
                .then()
                .statusCode(422)
                .body("findings.rule", contains("WRONG-TYPE"));
    }

    @Test
    void defusesFormulasAndTakesTheApostropheOffAgain() {
        String csv = """
                function,amount,note,lineId
                =cmd|' /C calc'!A0,1,"=HYPERLINK(""http://x"")",'quoted
                E99,-2.50,+5,@SUM(A1)
                """;
        Response answer = Client.UNDP.postCsv(csv, UNDP_2024);
        Draft draft = new Draft(answer.then().statusCode(201).extract().path("submission.id"), Client.UNDP);

        List<String> file = rejected(draft, "");
        assertTrue(file.get(1).contains(",'=cmd|' /C calc'!A0,1,"), file.get(1));
        assertTrue(file.get(1).endsWith(",\"'=HYPERLINK(\"\"http://x\"\")\",''quoted"), file.get(1));
        assertTrue(file.get(2).endsWith(",E99,-2.50,+5,'@SUM(A1)"), file.get(2));

        draft.appendCsv(String.join("\n", file)
                        .replace("'=cmd|' /C calc'!A0", "E01")
                        .replace(",E99,-2.50", ",E01,-2.50"))
                .then()
                .statusCode(201);
        draft.get("/lines")
                .then()
                .body("lines.note", contains("=HYPERLINK(\"http://x\")", "+5"))
                .body("lines.lineId", contains("'quoted", "@SUM(A1)"));
    }

    @Test
    void passesOverColumnsWithOurNamesOnlyInAFileOfOurs() {
        Client.UNDP
                .postCsv("row,amount\n1,1\n", UNDP_2024)
                .then()
                .statusCode(422)
                .body("findings.rule", contains("UNKNOWN-FIELD"));
    }

    @Test
    void losesNothingHoweverManyLinesAreRefused() {
        StringBuilder csv = new StringBuilder("function,amount\n");
        for (int row = 0; row < 6_000; row++) {
            csv.append(row % 3 == 0 ? "E01," : "E9" + row + ",").append(row).append('\n');
        }

        Response answer = Client.UNDP.postCsv(csv.toString(), UNDP_2024);

        answer.then()
                .statusCode(201)
                .body("part.kept.lines", equalTo(2_000))
                .body("part.kept.total", equalTo("5997000.00"))
                .body("part.refused.lines", equalTo(4_000))
                .body("part.refused.total", equalTo("12000000.00"));
        assertEquals(
                4_001,
                rejected(new Draft(answer.path("submission.id"), Client.UNDP), "")
                        .size());
    }

    @Test
    void storesWhatNoDatabaseCanHold() {
        Response answer = Client.UNDP
                .request()
                .queryParam("partial", true)
                .contentType("application/json")
                .body(
                        "{\"entity\":\"UNDP\",\"year\":2024,\"flow\":\"expense\",\"breakdowns\":[{\"lines\":[{\"amount\":1,"
                                + "\"note\":\"a\\u0000b\\ud800\\u202Ec\"}]}]}")
                .post("/api/v1/submissions");

        answer.then().statusCode(201).body("part.refused.lines", equalTo(1)).body("submission.breakdowns", hasSize(0));
        assertTrue(rejected(new Draft(answer.path("submission.id"), Client.UNDP), "")
                .get(1)
                .endsWith("a\uFFFDb\uFFFD\u202Ec"));
    }

    @Test
    void givesTheSameAnswerToTheSameKey() {
        String key = UUID.randomUUID().toString();

        for (int time = 0; time < 2; time++) {
            Client.UNDP
                    .request()
                    .header("Idempotency-Key", key)
                    .contentType("text/csv")
                    .queryParams(UNDP_2024)
                    .body("function,amount\nE01,1\nE99,1\n")
                    .post("/api/v1/submissions")
                    .then()
                    .statusCode(201)
                    .body("part.refused.lines", equalTo(1))
                    .header("Idempotent-Replayed", time == 0 ? equalTo(null) : notNullValue());
        }
    }

    private static List<String> rejected(Draft draft, String query) {
        return draft.get("/rejected-lines" + query)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString()
                .lines()
                .toList();
    }
}
