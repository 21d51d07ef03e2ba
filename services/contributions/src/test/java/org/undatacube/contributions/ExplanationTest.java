package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ExplanationTest {
    private static final String TIE = "CONTROL-TOTAL-NOT-REACHED";
    private static final String TWO_WARNINGS = """
            {"entity":"UNDP","year":2013,"flow":"expense","controlTotal":100,"breakdowns":[
                {"lines":[{"sdg":"5.1","amount":50}]},{"lines":[{"gem":"1","amount":50}]}]}""";

    @AfterEach
    void requireNothing() {
        require("[]");
    }

    @Test
    void staysWithTheWarningForEver() {
        String id = Client.UNDP.submit(TWO_WARNINGS);

        explain(Client.UNDP, id, "findings/1", "Goal 5 only").then().statusCode(200);
        explain(Client.UNDP_CERTIFIER, id, "findings/1", "Goal 5 only; the rest follows in May")
                .then()
                .statusCode(200);
        Client.SECRETARIAT.edition(id);

        given().get("/api/v1/submissions/" + id + "/findings")
                .then()
                .body("findings[0].explanation.text", equalTo("Goal 5 only; the rest follows in May"))
                .body("findings[0].explanation.by", equalTo("key-undp-certifier"))
                .body("findings[0].explanation.at", startsWith(TestClock.MINUTE))
                .body("findings[1].explanation", nullValue());
        given().get("/api/v1/submissions/" + id + "/explanations")
                .then()
                .body("explanations.text", contains("Goal 5 only", "Goal 5 only; the rest follows in May"))
                .body("explanations.finding", contains(1, 1));
        Client.UNDP
                .request()
                .get("/api/v1/submissions/" + id + "/history")
                .then()
                .body("steps.action", hasItem("explained"));
    }

    @Test
    void explainsAllWarningsOfARuleAtOnceButThoseExplainedSingly() {
        String id = Client.UNDP.submit(TWO_WARNINGS);

        explain(Client.UNDP, id, "findings/2", "Markers of half the projects")
                .then()
                .statusCode(200);
        explain(Client.UNDP, id, "rules/" + TIE, "Tables in part").then().statusCode(200);

        findings(id)
                .body("findings[0].explanation.text", equalTo("Tables in part"))
                .body("findings[1].explanation.text", equalTo("Markers of half the projects"));
    }

    @Test
    void outlivesAValidationThatFindsTheSameAgain() {
        String draft = Client.UNDP
                .request()
                .contentType("application/json")
                .body(TWO_WARNINGS)
                .post("/api/v1/submissions?draft=true")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Client.UNDP.step(draft, "validation").then().statusCode(200);
        explain(Client.UNDP, draft, "findings/1", "In part").then().statusCode(200);
        Client.UNDP_CERTIFIER
                .step(draft, "return", Client.etag(draft), "Look again")
                .then()
                .statusCode(200);
        Client.UNDP.step(draft, "validation").then().statusCode(200);

        findings(draft)
                .body("findings[0].number", equalTo(1))
                .body("findings[0].explanation.text", equalTo("In part"))
                .body("rules.rule", contains(TIE));
    }

    @Test
    void isNeededBeforeCertificationWhereAnAdministratorWantsIt() {
        require("[{\"fromYear\":2013,\"toYear\":2013,\"explanationRequired\":true}]");
        String id = Client.UNDP.submit(TWO_WARNINGS);
        explain(Client.UNDP, id, "findings/2", "Markers of half the projects")
                .then()
                .statusCode(200);

        Client.UNDP_CERTIFIER
                .step(id, "certification")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/contributions/unexplained-warnings"))
                .body("unexplained", equalTo(Map.of(TIE, 1)));

        explain(Client.UNDP, id, "rules/" + TIE, "Tables in part").then().statusCode(200);
        Client.UNDP_CERTIFIER.step(id, "certification").then().statusCode(200);
    }

    @Test
    void goesByTheSettingsThatTheSubmissionWasJudgedBy() {
        String id = Client.UNDP.submit(TWO_WARNINGS);
        require("[{\"explanationRequired\":true}]");

        Client.UNDP_CERTIFIER.step(id, "certification").then().statusCode(200);
    }

    @Test
    void isAChangeOfWhatTheCallerHasSeen() {
        String id = Client.UNDP.submit(TWO_WARNINGS);
        String stale = Client.etag(id);
        explain(Client.UNDP, id, "findings/1", "First").then().statusCode(200);

        assertNotEquals(stale, Client.etag(id));
        put(Client.UNDP, id, "findings/1", "Second", stale).then().statusCode(412);
        put(Client.UNDP, id, "findings/1", "Second", null).then().statusCode(428);
    }

    @Test
    void endsWithCertification() {
        String id = Client.certify(Client.UNDP.submit(TWO_WARNINGS));

        explain(Client.UNDP, id, "findings/1", "Late")
                .then()
                .statusCode(409)
                .body("submissionStatus", equalTo("certified"));
    }

    @Test
    void isTheEntitysAffair() {
        String id = Client.UNDP.submit(TWO_WARNINGS);

        explain(Client.WFP, id, "findings/1", "x").then().statusCode(404);
        explain(Client.SECRETARIAT, id, "findings/1", "x").then().statusCode(403);
        given().contentType("application/json")
                .body("{}")
                .put("/api/v1/submissions/" + id + "/findings/1/explanation")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"findings/99", "findings/x", "findings/-1", "rules/NO-LINES", "rules/x"})
    void saysThatThereIsNoSuchWarning(String what) {
        String id = Client.UNDP.submit(TWO_WARNINGS);

        explain(Client.UNDP, id, what, "x").then().statusCode(404);
    }

    @Test
    void isOfWarningsNotOfNotesAndInPlainWords() {
        String note = Client.UNDP.submit(TWO_WARNINGS.replace("5.1", "8.1"));
        List<Integer> notes = findings(note)
                .extract()
                .jsonPath()
                .getList("findings.findAll { it.severity == 'note' }.number", Integer.class);
        explain(Client.UNDP, note, "findings/" + notes.get(0), "x").then().statusCode(400);
        explain(Client.UNDP, note, "findings/1", " ").then().statusCode(400).body("pointer", equalTo("/text"));
    }

    private static ValidatableResponse findings(String id) {
        return Client.UNDP
                .request()
                .get("/api/v1/submissions/" + id + "/findings")
                .then()
                .statusCode(200);
    }

    private static Response explain(Client client, String id, String what, String text) {
        return put(client, id, what, text, Client.etag(id));
    }

    private static Response put(Client client, String id, String what, String text, String ifMatch) {
        var request = client.request().contentType("application/json").body(Map.of("text", text));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/api/v1/submissions/" + id + "/" + what + "/explanation");
    }

    private static void require(String settings) {
        String path = "/api/v1/rules/" + TIE + "/settings";
        Client.ADMINISTRATOR
                .request()
                .contentType("application/json")
                .header("If-Match", given().get(path).header("ETag"))
                .body("{\"settings\":" + settings + ",\"reason\":\"Because of a test\"}")
                .put(path)
                .then()
                .statusCode(200);
    }
}
