package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.undatacube.http.Role;

@QuarkusTest
class AppendTest {
    private static final Client CERTIFIER = new Client("key-undp-certifier", Role.CERTIFIER, "UNDP");

    @Test
    void appendsToTheBreakdownWithTheSameDimensionsAndBeginsOthers() {
        Draft draft = Draft.of(Client.UNDP, "{\"function\":\"E01\",\"amount\":\"1.10\",\"lineId\":\"a\"}");

        draft.append("{\"function\":\"E01\",\"amount\":\"2.205\",\"lineId\":\"b\"}")
                .then()
                .statusCode(201)
                .header("Location", endsWith(draft.path("/parts/2")))
                .header("ETag", "\"2\"")
                .body("part.part", equalTo(2))
                .body("part.kept.lines", equalTo(1))
                .body("part.kept.total", equalTo("2.205"))
                .body("part.refused.lines", equalTo(0))
                .body("part.rejectedLinesHref", nullValue())
                .body("submission.status", equalTo("draft"))
                .body("submission.version", equalTo(2))
                .body("submission.breakdowns", hasSize(1))
                .body("submission.breakdowns[0].lines", equalTo(2))
                .body("submission.breakdowns[0].total", equalTo("3.305"));
        draft.append("{\"location\":\"ML\",\"amount\":\"7\",\"lineId\":\"c\"}")
                .then()
                .statusCode(201)
                .body("submission.breakdowns.dimensions", contains(List.of("function"), List.of("location")))
                .body("submission.breakdowns.lines", contains(2, 1));

        draft.get("/lines")
                .then()
                .body("lines.line", contains(1, 2, 1))
                .body("lines.lineId", contains("a", "b", "c"))
                .body("lines.amount", contains("1.10", "2.205", "7"));
        draft.get("/parts").then().body("parts.part", contains(1, 2, 3)).body("parts.kept.lines", contains(1, 1, 1));
        draft.get("/history").then().body("steps.action", contains("created", "lines-appended", "lines-appended"));
    }

    @Test
    void countsRowsOfFindingsWithinTheirPart() {
        Draft draft = Draft.of(Client.UNDP, "{\"function\":\"e01\",\"amount\":1,\"lineId\":\"first\"}");

        draft.appendCsv("function,amount,lineId\nE01,1,x\nE01,1,y\ne01,2,second\n")
                .then()
                .statusCode(201);

        draft.get("/findings")
                .then()
                .body("counts.note", equalTo(2))
                .body("findings.part", contains(1, 2))
                .body("findings.row", contains(1, 4))
                .body("findings.lineId", contains("first", "second"));
        draft.get("").then().body("findings.note", equalTo(2));
    }

    @Test
    void appendsAllOrNothing() {
        Draft draft = Draft.of(Client.UNDP, "{\"function\":\"E01\",\"amount\":1}");

        draft.append("{\"function\":\"E01\",\"amount\":1},{\"function\":\"E99\",\"amount\":1,\"lineId\":\"bad\"}")
                .then()
                .statusCode(422)
                .body("findings.rule", contains("UNKNOWN-CODE"))
                .body("findings[0].row", equalTo(2))
                .body("findings[0].lineId", equalTo("bad"))
                .body("findings[0].pointer", equalTo("/breakdowns/0/lines/1/function"));

        draft.get("").then().header("ETag", "\"1\"").body("breakdowns[0].lines", equalTo(1));
        draft.get("/parts").then().body("parts", hasSize(1));
    }

    @Test
    void refusesTwoBreakdownsWithTheSameDimensionsInOnePart() {
        Draft draft = Draft.of(Client.UNDP, "{\"function\":\"E01\",\"amount\":1}");
        String line = "{\"lines\":[{\"function\":\"E01\",\"amount\":1}]}";

        draft.change()
                .contentType("application/json")
                .body("{\"breakdowns\":[" + line + "," + line + "]}")
                .post(draft.path("/lines"))
                .then()
                .statusCode(422)
                .body("findings.rule", contains("BREAKDOWN-REPEATED"));
    }

    @Test
    void refusesToAppendNothingAndToChangeTheSubmission() {
        Draft draft = Draft.empty(Client.UNDP);

        draft.appendCsv("function,amount\n").then().statusCode(422).body("findings.rule", contains("NO-LINES"));
        draft.change()
                .contentType("application/json")
                .body(
                        "{\"entity\":\"UNDP\",\"year\":2023,\"controlTotal\":\"5\",\"breakdowns\":[{\"lines\":[{\"amount\":1}]}]}")
                .post(draft.path("/lines"))
                .then()
                .statusCode(422)
                .body("findings.rule", contains("UNKNOWN-FIELD", "UNKNOWN-FIELD"))
                .body("findings.field", containsInAnyOrder("year", "controlTotal"))
                .body("findings.expected", hasItem("nothing, or 2024"));
    }

    @Test
    void appendsToWhatWasReturnedAndJudgesTheWholeAnew() {
        Draft draft = Draft.of(Client.UNDP, "{\"function\":\"E01\",\"amount\":1}");
        Client.UNDP.step(draft.id(), "validation").then().statusCode(200).body("controlTotal", equalTo("1.00"));
        draft.append("{\"function\":\"E01\",\"amount\":1}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/contributions/wrong-status"))
                .body("submissionStatus", equalTo("validated"));
        Client.UNDP.step(draft.id(), "reopening").then().statusCode(200).body("status", equalTo("returned"));

        draft.append("{\"function\":\"E01\",\"amount\":2}").then().statusCode(201);
        Client.UNDP.step(draft.id(), "validation").then().statusCode(200).body("controlTotal", equalTo("3.00"));

        draft.get("/history")
                .then()
                .body("steps.action", contains("created", "validated", "reopened", "lines-appended", "validated"));
    }

    @Test
    void reopensOnlyWhatIsValidated() {
        Draft draft = Draft.of(Client.UNDP, "{\"amount\":1}");

        Client.UNDP.step(draft.id(), "reopening").then().statusCode(409).body("submissionStatus", equalTo("draft"));
        Client.UNDP.step(draft.id(), "validation").then().statusCode(200);
        Client.certify(draft.id());
        Client.UNDP.step(draft.id(), "reopening").then().statusCode(409).body("submissionStatus", equalTo("certified"));
    }

    @Test
    void makesAPreparerOfWhoeverAppends() {
        Client colleague = new Client("key-undp-2", Role.PREPARER, "UNDP");
        Draft draft = Draft.of(Client.UNDP, "{\"amount\":1}");
        new Draft(draft.id(), colleague).append("{\"amount\":1}").then().statusCode(201);
        Client.UNDP.step(draft.id(), "validation").then().statusCode(200);

        new Client("key-undp-2", Role.CERTIFIER, "UNDP")
                .step(draft.id(), "certification")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/contributions/four-eyes"));
    }

    @Test
    void wantsToKnowWhatTheCallerHasSeen() {
        Draft draft = Draft.of(Client.UNDP, "{\"amount\":1}");
        String lines = "{\"breakdowns\":[{\"lines\":[{\"amount\":1}]}]}";

        Client.UNDP
                .request()
                .contentType("application/json")
                .body(lines)
                .post(draft.path("/lines"))
                .then()
                .statusCode(428);
        Client.UNDP
                .request()
                .header("If-Match", "\"7\"")
                .contentType("application/json")
                .body(lines)
                .post(draft.path("/lines"))
                .then()
                .statusCode(412)
                .body("current", equalTo("\"1\""));
    }

    @Test
    void letsOnlyPreparersOfTheEntityAndTheSecretariatAppend() {
        Draft draft = Draft.of(Client.UNDP, "{\"amount\":1}");

        new Draft(draft.id(), CERTIFIER).append("{\"amount\":1}").then().statusCode(403);
        new Draft(draft.id(), Client.WFP).append("{\"amount\":1}").then().statusCode(404);
        given().contentType("application/json")
                .body("{}")
                .post(draft.path("/lines"))
                .then()
                .statusCode(401);
        new Draft(draft.id(), Client.SECRETARIAT)
                .append("{\"amount\":1}")
                .then()
                .statusCode(201);
        for (String part : List.of("/parts", "/parts/1", "/rejected-lines")) {
            new Draft(draft.id(), Client.WFP).get(part).then().statusCode(404);
            given().get(draft.path(part)).then().statusCode(401);
        }
    }

    @Test
    void appendsOnceHoweverOftenItIsSent() {
        Draft draft = Draft.of(Client.UNDP, "{\"amount\":1}");
        String key = UUID.randomUUID().toString();

        Response first = appendWithKey(draft, key);
        Response again = appendWithKey(draft, key);

        first.then().statusCode(201);
        again.then().statusCode(201).header("Idempotent-Replayed", notNullValue());
        assertEquals(first.asString(), again.asString());
        draft.get("").then().body("breakdowns[0].lines", equalTo(2)).header("ETag", "\"2\"");
    }

    private static Response appendWithKey(Draft draft, String key) {
        return Client.UNDP
                .request()
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .body("amount\n1\n")
                .post(draft.path("/lines"));
    }

    @RepeatedTest(5)
    void letsOneOfTwoAppendsAtOnceWin() throws Exception {
        Draft draft = Draft.of(Client.UNDP, "{\"amount\":1}");
        CyclicBarrier together = new CyclicBarrier(2);

        List<Integer> statuses = Parallel.run(2, thread -> {
            together.await(10, TimeUnit.SECONDS);
            return Client.UNDP
                    .request()
                    .header("If-Match", "\"1\"")
                    .contentType("text/csv")
                    .body("amount\n" + "1\n".repeat(1_000))
                    .post(draft.path("/lines"))
                    .statusCode();
        });

        assertEquals(List.of(201, 412), statuses.stream().sorted().toList());
        draft.get("").then().body("breakdowns[0].lines", equalTo(1_001)).body("version", equalTo(2));
    }

    @RepeatedTest(5)
    void appendsOrTakesAStepButNotBoth() throws Exception {
        for (String step : List.of("validation", "withdrawal")) {
            Draft draft = Draft.of(Client.UNDP, "{\"amount\":1}");
            CyclicBarrier together = new CyclicBarrier(2);

            List<Integer> statuses = Parallel.run(2, thread -> {
                together.await(10, TimeUnit.SECONDS);
                return thread == 0
                        ? Client.UNDP.step(draft.id(), step, "\"1\"", null).statusCode()
                        : Client.UNDP
                                .request()
                                .header("If-Match", "\"1\"")
                                .contentType("text/csv")
                                .body("amount\n1\n")
                                .post(draft.path("/lines"))
                                .statusCode();
            });

            assertTrue(
                    List.of(List.of(200, 412), List.of(412, 201)).contains(statuses), () -> step + " gave " + statuses);
            draft.get("").then().body("version", equalTo(2));
        }
    }

    @RepeatedTest(5)
    void certifiesNothingThatIsStillAppendedTo() throws Exception {
        Draft draft = Draft.of(Client.UNDP, "{\"amount\":1}");
        Client.UNDP.step(draft.id(), "validation").then().statusCode(200);
        CyclicBarrier together = new CyclicBarrier(2);

        List<Integer> statuses = Parallel.run(2, thread -> {
            together.await(10, TimeUnit.SECONDS);
            return thread == 0
                    ? CERTIFIER.step(draft.id(), "certification", "\"2\"", null).statusCode()
                    : Client.UNDP
                            .request()
                            .header("If-Match", "\"2\"")
                            .contentType("text/csv")
                            .body("amount\n1\n")
                            .post(draft.path("/lines"))
                            .statusCode();
        });

        assertEquals(200, statuses.get(0));
        assertTrue(List.of(409, 412).contains(statuses.get(1)), statuses::toString);
        draft.get("").then().body("breakdowns[0].lines", equalTo(1)).body("status", equalTo("certified"));
    }
}
