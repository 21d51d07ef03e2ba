package org.undatacube.contributions;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NdjsonTest {
    private static final Map<String, ?> UNDP_2024 = Map.of("entity", "UNDP", "year", 2024, "flow", "expense");
    private static final String HEADER = "{\"entity\":\"UNDP\",\"year\":2024,\"flow\":\"expense\"}\n";

    @ParameterizedTest
    @ValueSource(strings = {"application/x-ndjson", "application/jsonl", "application/x-ndjson; charset=utf-8"})
    void takesTheHeaderFromTheFirstLine(String type) {
        String id = accepted(post(type, HEADER + """
                {"breakdown":"by place","function":"E01","location":"ML","amount":"1200.00","lineId":"a"}
                {"breakdown":"by goal","sdg":"8.10","amount":1200.00}

                {"breakdown":"by place","function":"E02","location":"NA","amount":-0.123456789}
                """, Map.of("controlTotal", "1200")));

        assertEquals(List.of("1200.00", "-0.123456789", "1200.00"), lines(id).getList("lines.amount"));
        assertEquals("8.10", lines(id).getString("lines[2].sdg"));
    }

    @Test
    void takesTheHeaderFromTheParametersAsForCsv() {
        String id = accepted(post("{\"location\":\"ML\",\"amount\":1}\n{\"location\":\"NA\",\"amount\":2}", UNDP_2024));

        assertEquals(List.of("1", "2"), lines(id).getList("lines.amount"));
    }

    @Test
    void namesLineOfTheFileAndField() {
        Client.onlyFinding(
                        post(HEADER + "{\"sdg\":\"5.1\",\"amount\":1}\n\n{\"sdg\":\"5.99\",\"amount\":1}\n", Map.of()),
                        "UNKNOWN-CODE",
                        4,
                        "sdg")
                .body("findings[0].pointer", equalTo(null));
    }

    @Test
    void findsAllThatIsWrong() {
        post(HEADER + """
                {"sdg":"5.1","amount":"x","colour":1}
                [1]
                {"sdg":5.10,"amount":1,"breakdown":7}
                """, Map.of("year", 2023))
                .then()
                .statusCode(422)
                .body("findings.rule", hasItems("REPEATED-FIELD", "UNKNOWN-FIELD", "AMOUNT-NOT-A-NUMBER", "WRONG-TYPE"))
                .body("findings.row", hasItems(1, 2, 3, 4));
    }

    @Test
    void namesWhatTheHeaderLacks() {
        Client.onlyFinding(
                post("{\"entity\":\"UNDP\",\"year\":2024}\n{\"amount\":1}\n", Map.of()), "FIELD-MISSING", null, "flow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n\n", "{\"amount\":1", "{\"amount\":1}{\"amount\":2}\n", "{\"amount\":1},\n{\"amount\":2}"
            })
    void refusesWhatIsNotJsonLines(String body) {
        post(body, UNDP_2024).then().statusCode(400).body("type", equalTo("/problems/contributions/malformed-body"));
    }

    @Test
    void saysWhichLineBreaksOff() {
        post("{\"amount\":1}\n{\"amount\":2}\n{\"amount\":\n", UNDP_2024)
                .then()
                .statusCode(400)
                .body("detail", containsString("line"));
    }

    @Test
    void refusesDeepNestingAndEndlessLines() {
        post("{\"note\":" + "[".repeat(100_000), UNDP_2024).then().statusCode(400);
        post("{\"note\":\"" + "x".repeat(4 << 20) + "\",\"amount\":1}", UNDP_2024)
                .then()
                .statusCode(400);
    }

    private static Response post(String body, Map<String, ?> parameters) {
        return post("application/x-ndjson", body, parameters);
    }

    private static Response post(String type, String body, Map<String, ?> parameters) {
        return Client.UNDP
                .request()
                .contentType(type)
                .queryParams(parameters)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/submissions");
    }

    private static String accepted(Response response) {
        return response.then().statusCode(201).extract().path("id");
    }

    private static JsonPath lines(String id) {
        return Client.UNDP
                .request()
                .accept("application/json")
                .get("/api/v1/submissions/" + id + "/lines")
                .jsonPath();
    }
}
