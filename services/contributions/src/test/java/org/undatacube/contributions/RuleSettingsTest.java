package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RuleSettingsTest {
    private static final String TIE = "CONTROL-TOTAL-NOT-REACHED";
    private static final String GOAL = "TARGET-OUTSIDE-GOAL";

    @AfterEach
    void setNothing() {
        set(TIE, "[]").then().statusCode(200);
        set(GOAL, "[]").then().statusCode(200);
    }

    @Test
    void setsSeverityAndToleranceByYearAndFlow() {
        set(
                        TIE,
                        "[{\"fromYear\":2015,\"toYear\":2015,\"flow\":\"expense\",\"severity\":\"reject\",\"tolerance\":\"50\"}]")
                .then()
                .statusCode(200)
                .body("settings[0].severity", equalTo("reject"));

        Client.UNDP.postJson(untied(2015, 49)).then().statusCode(201).body("findings.warn", equalTo(0));
        Client.onlyFinding(Client.UNDP.postJson(untied(2015, 51)), TIE, null, "breakdowns");
        Client.UNDP.postJson(untied(2014, 49)).then().statusCode(201).body("findings.warn", equalTo(1));
        Client.UNDP
                .postJson(untied(2015, 51).replace("expense", "revenue"))
                .then()
                .statusCode(201)
                .body("findings.warn", equalTo(1));
    }

    @Test
    void countsTheGoalWhereAnAdministratorLetsItsTargetsBe() {
        set(GOAL, "[{\"fromYear\":2019,\"toYear\":2020,\"severity\":\"warn\"}]")
                .then()
                .statusCode(200);

        String id = Client.UNDP.submit("{\"entity\":\"UNDP\",\"year\":2019,\"flow\":\"expense\",\"breakdowns\":["
                + "{\"lines\":[{\"goal\":\"5\",\"sdg\":\"1.1\",\"amount\":1}]}]}");

        Client.UNDP
                .request()
                .get("/api/v1/submissions/" + id + "/lines")
                .then()
                .body("lines.sdg", equalTo(List.of("5")));
    }

    @Test
    void recordsByWhichRulesASubmissionWasJudgedAndTellsThemLater() {
        String before = given().get("/api/v1/rules").path("version");
        String id = Client.UNDP.submit(untied(2015, 51));
        set(TIE, "[{\"severity\":\"note\"}]").then().statusCode(200);

        List<String> moments = given().get(settings(TIE)).jsonPath().getList("history.setAt");
        String setAt = moments.get(moments.size() - 1);
        String judgedBy = Client.UNDP.request().get("/api/v1/submissions/" + id).path("rulesVersion");
        assertEquals(before, judgedBy);
        given().get("/api/v1/rules?version=" + judgedBy)
                .then()
                .body("version", equalTo(judgedBy))
                .body("rules.find { it.id == '" + TIE + "' }.settings", hasSize(0));
        given().get("/api/v1/rules/" + TIE).then().body("settings.severity", contains("note"));
        given().get("/api/v1/rules/" + TIE + "?asOf=2020-01-01T00:00:00Z")
                .then()
                .body("settings", hasSize(0));
        given().get("/api/v1/rules/" + TIE + "?asOf=" + setAt).then().body("settings", hasSize(1));
    }

    @Test
    void keepsWhoSetWhatWhenAndWhy() {
        set(TIE, "[{\"severity\":\"note\"}]").then().statusCode(200);

        Response settings = given().get(settings(TIE));
        List<String> reasons = settings.jsonPath().getList("history.reason");
        assertEquals("Because of a test", reasons.get(reasons.size() - 1));
        settings.then()
                .body("history.setBy", hasItem("key-administrator"))
                .body("history[0].setAt", startsWith(TestClock.MINUTE));
        Client.SECRETARIAT
                .request()
                .get("/api/v1/audit?action=rule-set&limit=200")
                .then()
                .statusCode(200)
                .body("steps.details.rule", hasItem(TIE))
                .body("steps.details.reason", hasItem("Because of a test"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            UNKNOWN-CODE | [{"severity":"warn"}] | protects the form
            LINES-REPEATED | [{"tolerance":"1"}] | no tolerance
            TOTAL-JUMP | [{"tolerance":"0.5"}] | at least 1
            TOTAL-JUMP | [{"tolerance":"-1"}] | at least 1
            FUND-MISSING | [{"flow":"expense"}] | revenue only
            TOTAL-JUMP | [{"fromYear":2020,"toYear":2019}] | comes first
            TOTAL-JUMP | [{"fromYear":2000}] | between 2011 and 2999
            TOTAL-JUMP | [{"severity":"note","explanationRequired":true}] | Only warnings
            TOTAL-JUMP | [{"fromYear":2018},{"toYear":2018,"flow":"revenue"}] | /settings/0
            """)
    void saysWhyARuleCannotBeSetSo(String rule, String wanted, String reason) {
        set(rule, wanted)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/contributions/not-settable"))
                .body("rule", equalTo(rule))
                .body("pointer", containsString("/settings/"))
                .body("detail", containsString(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"settings\":[]}",
                "{\"reason\":\"x\"}",
                "{\"settings\":[null],\"reason\":\"x\"}",
                "{\"settings\":[{\"severity\":\"off\"}],\"reason\":\"x\"}",
                ""
            })
    void refusesWhatIsNoSetting(String body) {
        Client.ADMINISTRATOR
                .request()
                .contentType("application/json")
                .header("If-Match", tag(TIE))
                .body(body)
                .put(settings(TIE))
                .then()
                .statusCode(400);
    }

    @Test
    void wantsToKnowWhatTheAdministratorHasSeen() {
        String stale = tag(TIE);
        set(TIE, "[]").then().statusCode(200);

        put(Client.ADMINISTRATOR, TIE, "[]", null).then().statusCode(428);
        put(Client.ADMINISTRATOR, TIE, "[]", stale).then().statusCode(412).body("current", equalTo(tag(TIE)));
    }

    @Test
    void letsAdministratorsSetRulesOnly() {
        put(Client.SECRETARIAT, TIE, "[]", tag(TIE)).then().statusCode(403);
        put(Client.UNDP, TIE, "[]", tag(TIE)).then().statusCode(403);
        given().contentType("application/json")
                .body("{}")
                .put(settings(TIE))
                .then()
                .statusCode(401);
    }

    @Test
    void tellsTheRulesInEnglishOrFrench() {
        Response french = given().header("Accept-Language", "fr-CH, en;q=0.5").get("/api/v1/rules/UNKNOWN-CODE");
        french.then()
                .statusCode(200)
                .header("Content-Language", "fr")
                .header("Vary", "Accept-Language")
                .body("title", equalTo("Code inconnu"))
                .body("settable", equalTo(false));
        given().header("Accept-Language", "ar")
                .get("/api/v1/rules")
                .then()
                .header("Content-Language", "en")
                .header("ETag", not(equalTo(french.header("ETag"))))
                .body("rules.find { it.id == 'UNKNOWN-CODE' }.title", equalTo("Unknown code"))
                .body("rules.find { it.id == 'TOTAL-JUMP' }.toleranceUnit", equalTo("FACTOR"));
        given().header("Accept-Language", "fr")
                .header("If-None-Match", french.header("ETag"))
                .get("/api/v1/rules/UNKNOWN-CODE")
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/rules/NOTHING, 404",
        "/api/v1/rules/NOTHING/settings, 404",
        "/api/v1/rules?version=2.1, 404",
        "/api/v1/rules?version=3.999999999, 404",
        "/api/v1/rules?asOf=yesterday, 400"
    })
    void saysThatThereIsNoSuchRuleOrVersion(String path, int status) {
        given().get(path).then().statusCode(status).contentType("application/problem+json");
    }

    private static String untied(int year, int missing) {
        return """
                {"entity":"UNDP","year":%d,"flow":"expense","controlTotal":%d,"breakdowns":[{"lines":[{"amount":100}]}]}""".formatted(year, 100 + missing);
    }

    private static Response set(String rule, String settings) {
        return put(Client.ADMINISTRATOR, rule, settings, tag(rule));
    }

    private static Response put(Client client, String rule, String settings, String ifMatch) {
        var request = client.request()
                .contentType("application/json")
                .body("{\"settings\":" + settings + ",\"reason\":\"Because of a test\"}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(settings(rule));
    }

    private static String tag(String rule) {
        return given().get(settings(rule)).header("ETag");
    }

    private static String settings(String rule) {
        return "/api/v1/rules/" + rule + "/settings";
    }
}
