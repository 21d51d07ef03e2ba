package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.acceptance.suite.Answer;
import org.undatacube.acceptance.suite.Await;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;
import org.undatacube.acceptance.suite.SuiteProcess;

/** {@code kill -9} of any process while figures come in loses nothing that was acknowledged. */
class CrashIT {
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 20;
    private static final List<String> QUESTIONS = List.of(
            "expense/aggregate?drilldown=year",
            "expense/aggregate?drilldown=entity.entity,function.function&cut=year:2024",
            "expense/aggregate?drilldown=entity.entity,sdg.goal&cut=year:2024&gaps=true",
            "revenue/aggregate?drilldown=entity.type,instrument.group,year&cut=year:2022..2024");

    private static RunningSuite suite;
    private static Gateway administrator;

    @BeforeAll
    static void load() {
        LoadedFigures.sample();
        suite = RunningSuite.get();
        administrator = suite.administrator();
    }

    static Stream<SuiteProcess> processes() {
        return RunningSuite.get().processes().stream();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void keepsAllThatWasAcknowledgedAndAnswersAsBefore(SuiteProcess process) {
        List<JsonNode> before = answers();
        JsonNode cited = cite();

        List<String> acknowledged;
        try (Submitting submitting = new Submitting(administrator)) {
            submitting.awaitAcknowledged(ACKNOWLEDGED_BEFORE_THE_KILL);
            process.kill();
            acknowledged = submitting.stop();
        }
        if (process.name().equals("postgresql")) {
            requireSaidAway(before, cited);
        }
        suite.startAll();

        assertFalse(acknowledged.isEmpty());
        for (String id : acknowledged) {
            JsonNode kept = administrator.get("/api/v1/submissions/" + id).require(200);
            assertEquals("validated", kept.get("status").asText());
            assertEquals(Submitting.TOTAL, kept.at("/breakdowns/0/total").asText());
        }
        assertEquals(before, answers());
        data(cited);
    }

    @Test
    void rebuildsTheCubesWhereTheirStoreIsLost() {
        List<JsonNode> before = answers();
        JsonNode cited = cite();
        Answer data = data(cited);

        suite.loseAggregationStore();
        suite.startAll();

        Await.until("the cubes follow again", () -> before.equals(answers()));
        assertEquals(data, data(cited));
    }

    @Test
    void startsAndAnswersWhereTheDatabaseOfCitationsIsNot() {
        List<JsonNode> before = answers();
        Gateway withoutDatabase = suite.scanning();

        Await.until("the cubes follow", () -> before.equals(answers(withoutDatabase)));
        withoutDatabase.postJson("/api/v1/citations", "{\"cube\":\"expense\"}").problem(503, "unavailable");
    }

    private static JsonNode cite() {
        Answer made = suite.anybody().postJson("/api/v1/citations", "{\"cube\":\"expense\",\"drilldown\":\"year\"}");
        assertTrue(made.status() == 201 || made.status() == 200, made::toString);
        return made.json();
    }

    private static Answer data(JsonNode cited) {
        Answer data = suite.anybody().get(cited.get("address").asText() + "/data");
        assertEquals(200, data.status(), data::toString);
        assertEquals("\"" + cited.at("/contentHash/value").asText() + "\"", data.tag());
        return data;
    }

    /** What needs the database says so; the cubes answer on. */
    private static void requireSaidAway(List<JsonNode> before, JsonNode cited) {
        for (String target : List.of(
                "/api/v1/submissions",
                "/api/v1/editions",
                "/api/v1/code-lists",
                cited.get("address").asText())) {
            Answer refusal = suite.anybody().get(target);
            assertEquals(503, refusal.status(), refusal.body());
            assertTrue(refusal.json().get("type").asText().endsWith("/unavailable"), refusal.body());
        }
        assertEquals(before, answers());
    }

    private static List<JsonNode> answers() {
        return answers(suite.anybody());
    }

    private static List<JsonNode> answers(Gateway gateway) {
        return QUESTIONS.stream()
                .map(question -> gateway.get("/api/v1/cubes/" + question).require(200))
                .toList();
    }
}
