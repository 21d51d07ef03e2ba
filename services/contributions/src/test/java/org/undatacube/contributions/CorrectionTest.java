package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.http.Role;

@QuarkusTest
class CorrectionTest {
    private static final String THREE = "{\"function\":\"e01\",\"amount\":\"1.10\",\"lineId\":\"a\"},"
            + "{\"function\":\"E01\",\"amount\":\"2\",\"lineId\":\"b\"},"
            + "{\"function\":\"E01\",\"amount\":\"4\",\"lineId\":\"c\"}";

    @Test
    void correctsOneLineWithoutTheOthers() {
        Draft draft = Draft.of(Client.UNDP, THREE);
        draft.get("").then().body("findings.note", equalTo(1));

        draft.correct("a", "{\"function\":\"E01\",\"amount\":\"-3.000000001\",\"note\":\"refund\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("line.line", equalTo(1))
                .body("line.fields.amount", equalTo("-3.000000001"))
                .body("line.fields.lineId", equalTo("a"))
                .body("line.fields.note", equalTo("refund"))
                .body("line.findings", hasSize(0))
                .body("submission.breakdowns[0].lines", equalTo(3))
                .body("submission.breakdowns[0].total", equalTo("2.999999999"))
                .body("submission.findings.note", equalTo(0));

        draft.get("/lines").then().body("lines.amount", contains("-3.000000001", "2", "4"));
        draft.get("/findings").then().body("findings", hasSize(0));
        draft.get("/history").then().body("steps.action", contains("created", "line-corrected"));
        draft.get("/history").then().body("steps[1].details.from", equalTo("1.10"));
        draft.get("/history").then().body("steps[1].details.to", equalTo("-3.000000001"));
    }

    @Test
    void replacesWhatWasSaidAboutTheLine() {
        Draft draft = Draft.of(Client.UNDP, THREE);

        draft.correct("b", "{\"function\":\"e01\",\"amount\":\"2E0\"}")
                .then()
                .statusCode(200)
                .body("line.findings.rule", contains("AMOUNT-EXPONENT", "ALIAS-TAKEN"))
                .body("line.findings[0].pointer", equalTo("/amount"))
                .body("line.findings[0].row", nullValue())
                .body("submission.findings.warn", equalTo(1))
                .body("submission.findings.note", equalTo(2));

        draft.get("/lines/b")
                .then()
                .statusCode(200)
                .body("findings", hasSize(2))
                .body("line", equalTo(2));
        draft.get("/lines/a").then().body("findings.rule", contains("ALIAS-TAKEN"));
        draft.get("/lines/c").then().body("findings", hasSize(0));
    }

    @Test
    void leavesTheLineAsItWasWhereARuleRejectsTheCorrection() {
        Draft draft = Draft.of(Client.UNDP, THREE);

        draft.correct("b", "{\"function\":\"E99\",\"location\":\"ML\",\"amount\":\"x\",\"sum\":1}")
                .then()
                .statusCode(422)
                .body(
                        "findings.rule",
                        contains("UNKNOWN-FIELD", "DIMENSION-NOT-DECLARED", "UNKNOWN-CODE", "AMOUNT-NOT-A-NUMBER"))
                .body("findings.pointer", contains("/sum", "/location", "/function", "/amount"));
        draft.correct("b", "{\"amount\":\"2\"}")
                .then()
                .statusCode(422)
                .body("findings.rule", contains("DIMENSION-MISSING"));

        draft.get("").then().header("ETag", "\"1\"").body("breakdowns[0].total", equalTo("7.10"));
    }

    @Test
    void takesALineAwayAndItsBreakdownWithTheLast() {
        Draft draft = Draft.of(Client.UNDP, THREE);
        draft.append("{\"location\":\"ML\",\"amount\":\"7\",\"lineId\":\"only\"}")
                .then()
                .statusCode(201);

        draft.change()
                .delete(draft.path("/lines/a"))
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("breakdowns[0].lines", equalTo(2))
                .body("breakdowns[0].total", equalTo("6.00"))
                .body("findings.note", equalTo(0));
        draft.change().delete(draft.path("/lines/only")).then().statusCode(200).body("breakdowns", hasSize(1));
        draft.append("{\"function\":\"E01\",\"amount\":\"8\",\"lineId\":\"d\"}")
                .then()
                .statusCode(201);

        draft.get("/lines").then().body("lines.line", contains(2, 3, 4)).body("lines.lineId", contains("b", "c", "d"));
        draft.change().delete(draft.path("/lines/a")).then().statusCode(404);
        Client.UNDP.step(draft.id(), "validation").then().statusCode(200).body("controlTotal", equalTo("14.00"));
        String id = Client.certify(draft.id());
        Client.SECRETARIAT.edition(id);
    }

    @Test
    void takesAWholeBreakdownAway() {
        Draft draft = Draft.of(Client.UNDP, THREE);
        draft.append("{\"function\":\"E01\",\"location\":\"ML\",\"amount\":\"7\"}")
                .then()
                .statusCode(201);
        int number = draft.get("").path("breakdowns[1].id");

        draft.change()
                .delete(draft.path("/breakdowns/gem"))
                .then()
                .statusCode(404)
                .body("breakdowns", hasSize(2));
        draft.change()
                .delete(draft.path("/breakdowns/location,function"))
                .then()
                .statusCode(200)
                .body("breakdowns.dimensions", contains(List.of("function")));
        draft.change().delete(draft.path("/breakdowns/" + number)).then().statusCode(404);
        draft.change()
                .delete(draft.path("/breakdowns/function"))
                .then()
                .statusCode(200)
                .body("breakdowns", hasSize(0))
                .body("findings.note", equalTo(0));

        draft.get("/lines").then().body("lines", hasSize(0));
        draft.append(THREE).then().statusCode(201).body("submission.breakdowns[0].lines", equalTo(3));
    }

    @Test
    void asksWhichLineIsMeantWhereSeveralHaveTheIdentifier() {
        Draft draft = Draft.of(Client.UNDP, THREE);
        draft.append(
                        "{\"location\":\"ML\",\"amount\":\"1\",\"lineId\":\"b\"},{\"location\":\"ML\",\"amount\":\"2\",\"lineId\":\"b\"}")
                .then()
                .statusCode(201);
        String good = "{\"location\":\"ML\",\"amount\":\"5\"}";

        draft.correct("b", good)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/contributions/line-ambiguous"))
                .body("lines.amountUsd", contains("2.00", "1.00", "2.00"));
        draft.correct("b?breakdown=location", good).then().statusCode(409).body("lines.line", contains(1, 2));
        draft.correct("b?breakdown=location&line=2", good).then().statusCode(200);
        draft.correct("b?breakdown=function", "{\"function\":\"E01\",\"amount\":\"9\"}")
                .then()
                .statusCode(200);
        draft.get("/lines/b").then().statusCode(409);
        draft.get("/lines/b?breakdown=function").then().statusCode(200).body("fields.amount", equalTo("9"));

        draft.get("/lines").then().body("lines.amount", contains("1.10", "9", "4", "1", "5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "a%00b",
                "%20",
                "A",
                "b?breakdown=gem",
                "b?line=7",
                "b?line=x",
                "b?breakdown=99999999999999999999"
            })
    void saysThatThereIsNoSuchLine(String lineId) {
        Draft draft = Draft.of(Client.UNDP, THREE);

        Client.UNDP
                .request()
                .urlEncodingEnabled(false)
                .get(draft.path("/lines/" + lineId))
                .then()
                .statusCode(404);
        draft.change()
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .body("{\"function\":\"E01\",\"amount\":1}")
                .put(draft.path("/lines/" + lineId))
                .then()
                .statusCode(404);
    }

    @Test
    void takesIdentifiersAsTheyAre() {
        String id = "2024/17 \u00E9%";
        Draft draft = Draft.of(Client.UNDP, "{\"amount\":1,\"lineId\":\"" + id + "\"}");

        draft.change()
                .contentType("application/json")
                .body("{\"amount\":2}")
                .pathParam("line", id)
                .put(draft.path("/lines/{line}"))
                .then()
                .statusCode(200)
                .body("line.fields.lineId", equalTo(id));
        draft.correct("a", "{\"amount\":2,\"lineId\":\"other\"}").then().statusCode(404);
    }

    @Test
    void keepsTheIdentifierOfTheAddress() {
        Draft draft = Draft.of(Client.UNDP, THREE);

        draft.correct("a", "{\"function\":\"E01\",\"amount\":2,\"lineId\":\"z\"}")
                .then()
                .statusCode(400)
                .body("pointer", equalTo("/lineId"));
        for (String body : List.of("", "[]", "{", "{\"function\":\"E01\",\"amount\":2}x")) {
            draft.correct("a", body)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/contributions/malformed-body"));
        }
    }

    @Test
    void changesWhatADraftSaysAboutItself() {
        Draft draft = Draft.of(Client.UNDP, THREE);

        patch(draft, "{\"controlTotal\":18.000000000,\"source\":\"Audited statement\",\"replaces\":\"breakdowns\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("controlTotal", equalTo("18.00"))
                .body("replaces", equalTo("breakdowns"))
                .body("source", equalTo("Audited statement"));
        patch(draft, "{\"source\":null,\"replaces\":null}")
                .then()
                .statusCode(200)
                .body("controlTotal", equalTo("18.00"))
                .body("replaces", equalTo("submission"))
                .body("source", nullValue());
        patch(draft, "{\"entity\":\"WFP\",\"controlTotal\":\"x\"}")
                .then()
                .statusCode(422)
                .body("findings.field", contains("entity", "controlTotal"));
        draft.change()
                .contentType("application/json")
                .body("{}")
                .patch(draft.path(""))
                .then()
                .statusCode(415);

        Client.UNDP.step(draft.id(), "validation").then().statusCode(200).body("findings.warn", equalTo(1));
        patch(draft, "{\"source\":\"x\"}").then().statusCode(409).body("submissionStatus", equalTo("validated"));
        draft.get("/history").then().body("steps[1].details.changed", equalTo("controlTotal, source, replaces"));
    }

    @Test
    void findsTheControlTotalAnewWhereNoneIsStated() {
        Draft draft = Draft.of(Client.UNDP, THREE);
        Client.UNDP.step(draft.id(), "validation").then().statusCode(200).body("controlTotal", equalTo("7.10"));
        Client.UNDP.step(draft.id(), "reopening").then().statusCode(200);

        patch(draft, "{\"source\":\"x\"}").then().statusCode(200).body("controlTotal", nullValue());
        draft.correct("c", "{\"function\":\"E01\",\"amount\":\"5\"}").then().statusCode(200);

        Client.UNDP.step(draft.id(), "validation").then().statusCode(200).body("controlTotal", equalTo("8.10"));
    }

    @Test
    void letsOnlyPreparersOfTheEntityChangeOnlyWhatIsOpen() {
        Draft draft = Draft.of(Client.UNDP, THREE);
        Draft ofCertifier = new Draft(draft.id(), new Client("key-undp-certifier", Role.CERTIFIER, "UNDP"));
        Draft ofOther = new Draft(draft.id(), Client.WFP);

        for (Response answer : all(ofCertifier)) {
            answer.then().statusCode(403);
        }
        for (Response answer : all(ofOther)) {
            answer.then().statusCode(404);
        }
        given().delete(draft.path("/lines/a")).then().statusCode(401);
        Client.UNDP.request().delete(draft.path("/lines/a")).then().statusCode(428);
        Client.UNDP
                .request()
                .header("If-Match", "\"9\"")
                .delete(draft.path("/lines/a"))
                .then()
                .statusCode(412);
        Client.UNDP.step(draft.id(), "validation").then().statusCode(200);
        for (Response answer : all(draft)) {
            answer.then().statusCode(409).body("submissionStatus", equalTo("validated"));
        }
    }

    @RepeatedTest(5)
    void letsOneOfTwoCorrectionsAtOnceWin() throws Exception {
        Draft draft = Draft.of(Client.UNDP, THREE);
        CyclicBarrier together = new CyclicBarrier(2);

        List<Integer> statuses = Parallel.run(2, thread -> {
            together.await(10, TimeUnit.SECONDS);
            return Client.UNDP
                    .request()
                    .header("If-Match", "\"1\"")
                    .contentType("application/json")
                    .body("{\"function\":\"E01\",\"amount\":\"1" + thread + "\"}")
                    .put(draft.path("/lines/" + (thread == 0 ? "a" : "b")))
                    .statusCode();
        });

        assertEquals(List.of(200, 412), statuses.stream().sorted().toList());
        String total = draft.get("").path("breakdowns[0].total");
        assertEquals(statuses.get(0) == 200 ? "16.00" : "16.10", total);
    }

    private static List<Response> all(Draft draft) {
        return List.of(
                draft.correct("a", "{\"function\":\"E01\",\"amount\":1}"),
                draft.change().delete(draft.path("/lines/a")),
                draft.change().delete(draft.path("/breakdowns/function")),
                patch(draft, "{\"source\":\"x\"}"));
    }

    private static Response patch(Draft draft, String patch) {
        return draft.change()
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch(draft.path(""));
    }
}
