package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.http.Role;

@QuarkusTest
class LifeCycleTest {
    private static final String SUBMISSIONS = "/api/v1/submissions/";
    private static final Client WFP_CERTIFIER = new Client("key-wfp-certifier", Role.CERTIFIER, "WFP");
    private static final Client OTHER_SECRETARIAT = new Client("key-reviewer-2", Role.REVIEWER, null);
    private static final Client PREPARER_AND_CERTIFIER = new Client("key-undp", Role.CERTIFIER, "UNDP");

    @TestHTTPResource
    URI address;

    @Test
    void goesFromValidatedToPublishedByThreeHands() {
        String id = Client.UNDP.submit(expense("{\"function\":\"E01\",\"amount\":1}"));

        Client.UNDP_CERTIFIER
                .step(id, "certification", "\"1\"", "Ties to the audited statement.")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("status", equalTo("certified"))
                .body("version", equalTo(2))
                .body("certifiedBy", equalTo("key-undp-certifier"))
                .body("certifiedAt", startsWith(TestClock.MINUTE))
                .body("contentHash", matchesPattern("[0-9a-f]{64}"));
        Client.SECRETARIAT.edition(id);

        Client.UNDP
                .request()
                .get(SUBMISSIONS + id + "/history")
                .then()
                .statusCode(200)
                .body("steps.action", contains("created", "validated", "certified", "published"))
                .body("steps.actor", contains("key-undp", "key-undp", "key-undp-certifier", "key-reviewer"))
                .body("steps.at", everyItem(startsWith(TestClock.MINUTE)))
                .body("steps[2].details.comment", equalTo("Ties to the audited statement."));
        Client.SECRETARIAT.edition(Client.UNDP.submit(expense("{\"amount\":2}")));
        given().get(SUBMISSIONS + id)
                .then()
                .header("ETag", "\"4\"")
                .body("status", equalTo("superseded"))
                .body("certifiedBy", equalTo("key-undp-certifier"));
    }

    @Test
    void takesStepsThatHaveNoBodyAndNoType() throws Exception {
        String id = Client.UNDP.submit(expense("{\"amount\":1}"));
        HttpRequest request = HttpRequest.newBuilder(address.resolve(SUBMISSIONS + id + "/certification"))
                .header("Authorization", "Bearer " + Client.UNDP_CERTIFIER.token())
                .header("If-Match", "\"1\"")
                .POST(BodyPublishers.noBody())
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertEquals(200, answer.statusCode(), answer.body());
    }

    @Test
    void letsNobodyCertifyWhatTheyPrepared() {
        String id = Client.UNDP.submit(expense("{\"amount\":1}"));
        String loaded = Client.SECRETARIAT.submit(expense("{\"amount\":1}"));

        PREPARER_AND_CERTIFIER
                .step(id, "certification")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/contributions/four-eyes"));
        Client.SECRETARIAT
                .step(loaded, "certification")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/contributions/four-eyes"));
        Client.UNDP.step(id, "certification").then().statusCode(403);
        Client.UNDP.request().get(SUBMISSIONS + id).then().body("status", equalTo("validated"));
    }

    @Test
    void letsTheSecretariatCertifyOnlyWhatItLoadedItself() {
        String own = Client.UNDP.submit(expense("{\"amount\":1}"));
        String loaded = Client.SECRETARIAT.submit(expense("{\"amount\":1}"));

        OTHER_SECRETARIAT
                .step(own, "certification")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/contributions/forbidden"))
                .body("entity", equalTo("UNDP"));
        OTHER_SECRETARIAT.step(loaded, "certification").then().statusCode(200);
    }

    @Test
    void keepsOtherEntitiesOut() {
        String id = Client.UNDP.submit(expense("{\"amount\":1}"));
        String etag = Client.etag(id);

        WFP_CERTIFIER.step(id, "certification", etag, null).then().statusCode(404);
        WFP_CERTIFIER.step(id, "withdrawal", etag, null).then().statusCode(404);
        Client.WFP.request().get(SUBMISSIONS + id + "/history").then().statusCode(404);
        Client.SECRETARIAT.edition(id);
        WFP_CERTIFIER.step(id, "withdrawal", etag, null).then().statusCode(403);
        Client.WFP.request().get(SUBMISSIONS + id + "/history").then().statusCode(403);
        given().get(SUBMISSIONS + id + "/history").then().statusCode(401);
    }

    @Test
    void publishesCertifiedSubmissionsOnlyAndNoTests() {
        String validated = Client.UNDP.submit(expense("{\"amount\":1}"));
        String test = Client.certify(
                Client.UNDP.submit(expense("{\"amount\":1}").replace("\"flow\"", "\"test\":true,\"flow\"")));

        Client.SECRETARIAT
                .publish(validated, test)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/contributions/not-publishable"))
                .body("submissions", equalTo(Map.of(validated, "validated", test, "test")));
        Client.UNDP
                .request()
                .get(SUBMISSIONS + test)
                .then()
                .body("test", equalTo(true))
                .body("status", equalTo("certified"));
    }

    @Test
    void saysThatATestIsTrueOrFalse() {
        Client.onlyFinding(
                Client.UNDP.postCsv(
                        "amount\n1\n", Map.of("entity", "UNDP", "year", 2020, "flow", "expense", "test", "yes")),
                "CHOICE-UNKNOWN",
                null,
                "test");
    }

    @Test
    void returnsWithACommentAndTakesItBackMended() {
        String id = Client.certify(Client.UNDP.submit(expense("{\"amount\":1}")));

        Client.SECRETARIAT.step(id, "return").then().statusCode(400).body("pointer", equalTo("/comment"));
        Client.SECRETARIAT
                .step(id, "return", Client.etag(id), "Mali is missing.\nSee table 3.")
                .then()
                .statusCode(200)
                .body("status", equalTo("returned"))
                .body("certifiedBy", nullValue())
                .body("contentHash", nullValue());
        Client.SECRETARIAT.publish(id).then().statusCode(409);
        Client.UNDP
                .step(id, "validation")
                .then()
                .statusCode(200)
                .body("status", equalTo("validated"))
                .body("controlTotal", equalTo("1.00"))
                .header("ETag", "\"4\"");

        Client.UNDP
                .request()
                .get(SUBMISSIONS + id + "/history")
                .then()
                .body("steps.action", contains("created", "validated", "certified", "returned", "validated"))
                .body("steps[3].details.comment", equalTo("Mali is missing.\nSee table 3."))
                .body("steps[3].details.from", equalTo("certified"));
        Client.SECRETARIAT.edition(id);
    }

    @Test
    void withdrawsWhatIsNotPublished() {
        String id = Client.certify(Client.UNDP.submit(expense("{\"amount\":1}")));

        Client.UNDP.step(id, "withdrawal").then().statusCode(200).body("status", equalTo("withdrawn"));

        Client.SECRETARIAT.publish(id).then().statusCode(409);
        given().get(SUBMISSIONS + id).then().statusCode(404);
        Client.UNDP
                .request()
                .get(SUBMISSIONS + id + "/lines")
                .then()
                .statusCode(200)
                .body("lines", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "certified, validation", "certified, certification", "published, return", "published, withdrawal",
        "published, certification", "withdrawn, certification", "withdrawn, return", "withdrawn, withdrawal",
        "returned, certification", "returned, return", "draft, certification", "draft, return"
    })
    void refusesStepsThatAStatusDoesNotAllow(String status, String step) {
        String id = in(status);

        OTHER_SECRETARIAT
                .step(id, step, Client.etag(id), "because")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/contributions/wrong-status"))
                .body("status", equalTo(409))
                .body("submissionStatus", equalTo(status))
                .body("next", notNullValue());
        Client.SECRETARIAT.request().get(SUBMISSIONS + id).then().body("status", equalTo(status));
    }

    @Test
    void changesOnlyWhatTheCallerHasSeen() {
        String id = Client.UNDP.submit(expense("{\"amount\":1}"));
        String path = SUBMISSIONS + id + "/certification";

        Client.UNDP_CERTIFIER
                .request()
                .contentType("application/json")
                .post(path)
                .then()
                .statusCode(428)
                .body("type", equalTo("/problems/contributions/precondition-required"));
        for (String stale : new String[] {"\"7\"", "W/\"1\"", "1", "\"7\", \"8\""}) {
            Client.UNDP_CERTIFIER
                    .step(id, "certification", stale, null)
                    .then()
                    .statusCode(412)
                    .body("type", equalTo("/problems/contributions/precondition-failed"))
                    .body("current", equalTo("\"1\""));
        }
        Client.UNDP
                .request()
                .header("If-None-Match", "\"1\"")
                .get(SUBMISSIONS + id)
                .then()
                .statusCode(304);
        Client.UNDP_CERTIFIER
                .step(id, "certification", "\"7\", \"1\"", null)
                .then()
                .statusCode(200);
    }

    @Test
    void judgesADraftAsAWholeWhenItIsValidated() {
        String id = draft("""
                {"entity":"UNDP","year":2020,"flow":"expense","breakdowns":[
                  {"lines":[{"function":"E01","amount":"10"}]}, {"lines":[{"sdg":"5","amount":"4"}]}]}""");

        Client.UNDP
                .step(id, "validation")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/contributions/submission-rejected"))
                .body("findings.rule", contains("CONTROL-TOTAL-MISSING"));
        Client.UNDP
                .request()
                .get(SUBMISSIONS + id)
                .then()
                .header("ETag", "\"1\"")
                .body("status", equalTo("draft"));

        String stated = draft("""
                {"entity":"UNDP","year":2020,"flow":"expense","controlTotal":"10","breakdowns":[
                  {"lines":[{"function":"E01","amount":"5"}, {"function":"E01","amount":"5"}]},
                  {"lines":[{"sdg":"5","amount":"4"}]}]}""");
        Client.UNDP
                .step(stated, "validation")
                .then()
                .statusCode(200)
                .body("findings", equalTo(Map.of("reject", 0, "warn", 1, "note", 1)));
        Client.UNDP
                .request()
                .get(SUBMISSIONS + stated + "/findings")
                .then()
                .body("findings.rule", contains("CONTROL-TOTAL-NOT-REACHED", "LINES-REPEATED"));
        Client.SECRETARIAT
                .step(stated, "return", Client.etag(stated), "Look again")
                .then()
                .statusCode(200);
        Client.UNDP
                .step(stated, "validation")
                .then()
                .body("findings", equalTo(Map.of("reject", 0, "warn", 1, "note", 1)));
    }

    @Test
    void takesDraftsThatHaveNoLinesYet() {
        String json = draft("{\"entity\":\"UNDP\",\"year\":2020,\"flow\":\"expense\"}");
        String csv = Client.UNDP
                .postCsv("", Map.of("entity", "UNDP", "year", 2020, "flow", "expense", "draft", true))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        for (String id : new String[] {json, csv}) {
            Client.UNDP
                    .request()
                    .get(SUBMISSIONS + id)
                    .then()
                    .body("status", equalTo("draft"))
                    .body("breakdowns", hasSize(0));
            Client.UNDP.step(id, "validation").then().statusCode(422).body("findings.rule", contains("NO-LINES"));
        }
        given().get(SUBMISSIONS + json).then().statusCode(404);
        Client.UNDP
                .request()
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/submissions?draft=maybe")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("draft"));
    }

    @Test
    void storesOnlyGoodLinesInADraft() {
        Client.UNDP
                .request()
                .contentType("application/json")
                .body("""
                        {"entity":"UNDP","year":2020,"flow":"expense","breakdowns":[
                          {"lines":[{"sdg":"5","amount":"x"},{"sdg":"x","amount":"1"}]}]}""")
                .post("/api/v1/submissions?draft=true")
                .then()
                .statusCode(422)
                .body("findings.rule", containsInAnyOrder("AMOUNT-NOT-A-NUMBER", "UNKNOWN-CODE"));
    }

    /** A submission that the secretariat loaded, in a status. */
    private static String in(String status) {
        String body = expense("{\"amount\":1}");
        String id = status.equals("draft")
                ? Client.SECRETARIAT
                        .request()
                        .contentType("application/json")
                        .body(body)
                        .post("/api/v1/submissions?draft=true")
                        .path("id")
                : Client.SECRETARIAT.submit(body);
        switch (status) {
            case "certified" -> Client.certify(id);
            case "published" -> Client.SECRETARIAT.edition(id);
            case "withdrawn" -> Client.SECRETARIAT.step(id, "withdrawal").then().statusCode(200);
            case "returned" ->
                Client.SECRETARIAT.step(id, "return", "\"1\"", "so").then().statusCode(200);
            default -> {}
        }
        return id;
    }

    private static String draft(String body) {
        return Client.UNDP
                .request()
                .contentType("application/json")
                .body(body)
                .post("/api/v1/submissions?draft=true")
                .then()
                .statusCode(201)
                .body("status", equalTo("draft"))
                .extract()
                .path("id");
    }

    private static String expense(String line) {
        return "{\"entity\":\"UNDP\",\"year\":2020,\"flow\":\"expense\",\"breakdowns\":[{\"lines\":[" + line + "]}]}";
    }
}
