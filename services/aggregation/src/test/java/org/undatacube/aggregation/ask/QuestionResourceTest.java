package org.undatacube.aggregation.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.published.UpstreamResource;

@QuarkusTest
@QuarkusTestResource(UpstreamResource.class)
class QuestionResourceTest {
    private static final String JSON = "application/json";

    Upstream upstream;

    @BeforeEach
    void awaitTheSample() {
        LiveService.awaitSample(upstream);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "QUERY"})
    void answersAsToTheSameQuestionInAnAddress(String method) {
        Map<String, String> parameters = Map.of(
                "drilldown", "sdg.goal,year",
                "cut", "entity:UNDP;UN|!year:2024",
                "measures", "amount,lines",
                "order", "-amount",
                "edition", "1",
                "gaps", "true");
        Requests.Answer byAddress = Requests.get(parameters);
        Requests.Answer byBody = Requests.ask(method, """
                {"drilldown": ["sdg.goal", "year"], "measures": "amount,lines", "order": ["-amount"],
                 "cut": [{"dimension": "entity", "members": ["UNDP", "UN"]},
                         {"dimension": "year", "members": [2024], "not": true}],
                 "edition": 1, "gaps": true}""");
        assertEquals(200, byAddress.status());
        assertEquals(200, byBody.status());
        assertEquals(byAddress.response().body(), byBody.response().body());
        assertEquals(byAddress.header("ETag"), byBody.header("ETag"));
        assertEquals(byAddress.header("Datacube-Coverage"), byBody.header("Datacube-Coverage"));
        assertEquals("20.250000001", byBody.json().getString("cells[1].amount"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "QUERY"})
    void takesTheQuestionOfAnAnswerAgain(String method) {
        Requests.Answer first =
                Requests.get(Map.of("drilldown", "sdg.goal", "cut", "entity:UNRISD;UNDP", "limit", "1"));
        String question = first.response().body().replaceAll("(?s).*\"question\":(\\{[^}]*}).*", "$1");
        assertEquals(
                first.response().body(),
                Requests.ask(method, question).response().body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "QUERY"})
    void givesTheFormThatAcceptOrTheBodyNames(String method) {
        String csv = "amount\r\n507.00\r\n";
        assertEquals(
                csv, Requests.ask(method, "{\"format\":\"csv\"}").response().body());
        assertEquals(
                csv,
                Requests.send(method, LiveService.EXPENSE, JSON, "{}", "Accept", "text/csv")
                        .response()
                        .body());
        assertEquals(
                406,
                Requests.send(method, LiveService.EXPENSE, JSON, "{}", "Accept", "image/png")
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "QUERY"})
    void refusesABadBodyAndPointsAtThePlace(String method) {
        Requests.Answer answer = Requests.ask(
                method, "{\"cut\":[\"year:2024\",{\"dimension\":\"entity\",\"members\":[\"WFP\",\"UNPD\"]}]}");
        assertEquals(400, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertEquals("/problems/aggregation/invalid-parameter", answer.json().getString("type"));
        assertEquals("cut", answer.json().getString("parameter"));
        assertEquals("/cut/1/members/1", answer.json().getString("pointer"));
        assertEquals("UNPD", answer.json().getString("value"));
        assertEquals(List.of("UNDP"), answer.json().getList("nearest"));
        Requests.Answer half = Requests.ask(method, "{\"cut\":[");
        assertEquals(400, half.status());
        assertEquals("/problems/aggregation/malformed-body", half.json().getString("type"));
        assertEquals(400, Requests.ask(method, "").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "QUERY"})
    void refusesABodyOfAnotherTypeAndSaysWhichItTakes(String method) {
        for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded", "text/csv", null}) {
            Requests.Answer answer = Requests.send(method, LiveService.EXPENSE, type, "{}");
            assertEquals(415, answer.status(), type);
            assertEquals("application/problem+json", answer.header("Content-Type"));
            assertEquals(JSON, answer.header("Accept-Query"));
        }
        assertEquals(
                200,
                Requests.send(method, LiveService.EXPENSE, "application/json;charset=utf-8", "{}")
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "QUERY"})
    void refusesABodyThatIsTooLarge(String method) {
        Requests.Answer answer = Requests.ask(method, "{\"drilldown\":\"" + "x".repeat(1 << 20) + "\"}");
        assertEquals(413, answer.status());
        assertEquals("/problems/aggregation/body-too-large", answer.json().getString("type"));
        assertEquals(1 << 20, answer.json().getInt("limit"));
        assertEquals(
                200, Requests.ask(method, "{" + " ".repeat((1 << 20) - 2) + "}").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "QUERY"})
    void takesNoPartOfTheQuestionFromTheAddress(String method) {
        assertEquals(
                400,
                Requests.send(method, LiveService.EXPENSE + "?drilldown=year", JSON, "{}")
                        .status());
        assertEquals(
                404,
                Requests.send(method, "/api/v1/cubes/expenses/aggregate", JSON, "{}")
                        .status());
    }

    @Test
    void saysWhichMethodsAndQueriesItTakes() {
        Requests.Answer options = Requests.send("OPTIONS", LiveService.EXPENSE, null, null);
        assertEquals(200, options.status());
        assertEquals(JSON, options.header("Accept-Query"));
        for (String method : List.of("GET", "HEAD", "POST", "QUERY", "OPTIONS")) {
            assertTrue(options.header("Allow").contains(method), options.header("Allow"));
        }
    }

    @Test
    void isDescribed() {
        JsonPath document =
                Requests.send("GET", "/openapi?format=json", null, null).json();
        String path = "paths.'/api/v1/cubes/{cube}/aggregate'.";
        assertEquals(24 + 3, document.getList(path + "get.parameters").size());
        String parameters = path + "get.parameters.findAll { it.in == 'query' }.";
        assertFalse(document.getList(parameters + "description").contains(null));
        assertFalse(document.getList(parameters + "schema.examples").contains(null));
        assertTrue(document.getString(path + "post.description").contains("QUERY"));
        assertEquals(
                "#/components/schemas/Question",
                document.getString(path + "post.requestBody.content.'application/json'.schema.$ref"));
        String schema = "components.schemas.Question.";
        assertEquals(24, document.getMap(schema + "properties").size());
        assertEquals(false, document.getBoolean(schema + "additionalProperties"));
        assertTrue(document.getString(schema + "properties.cut.description").contains("dimension"));
    }
}
