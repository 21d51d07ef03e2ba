package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.undatacube.acceptance.published.Figures;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;

/** Country by goal: answered where one table has both, and where none has, said what could be asked instead. */
class JointLinesIT {
    /** A year that no other test has of these entities. */
    private static final int YEAR = 2026;

    private static Gateway administrator;
    private static Gateway gateway;

    @BeforeAll
    static void load() {
        LoadedFigures.sample();
        administrator = RunningSuite.get().administrator();
        gateway = RunningSuite.get().anybody();
        administrator.publish(List.of(submit("UNICEF", """
                        {"dimensions":["location","sdg"],"lines":[
                         {"location":"ML","sdg":"4.1","amount":"1200000.00"},
                         {"location":"ML","sdg":"5","amount":"0.55"},
                         {"location":"NE","sdg":"4","amount":"-0.05"}]}"""), submit("UNHCR", """
                        {"dimensions":["location"],"lines":[
                         {"location":"ML","amount":"300.00"},{"location":"NE","amount":"700.00"}]},
                        {"dimensions":["sdg"],"lines":[{"sdg":"16","amount":"1000.00"}]}""")));
    }

    @Test
    void countryByGoalIsAnsweredFromJointLinesAndSaysWhatIsMissing() {
        JsonNode answer = ask("location.country,sdg.goal", "entity:UNICEF;UNHCR|year:" + YEAR);

        Figures expected = new Figures();
        expected.add("ML 4", new BigDecimal("1200000.00"));
        expected.add("ML 5", new BigDecimal("0.55"));
        expected.add("NE 4", new BigDecimal("-0.05"));
        Figures.of(answer).requireExactly(expected);
        JsonNode coverage = answer.get("coverage");
        assertEquals(2, coverage.get("entitiesReporting").asInt());
        assertEquals(1, coverage.get("entitiesCovered").asInt());
        assertEquals("1201000.50", coverage.get("amountReported").asText());
        assertEquals("1200000.50", coverage.get("amountCovered").asText());
        assertEquals("1000.00", coverage.get("amountUnattributed").asText());
        assertEquals(1, coverage.get("gaps").size());
        JsonNode gap = coverage.get("gaps").get(0);
        assertEquals("UNHCR", gap.get("entity").asText());
        assertEquals(YEAR, gap.get("year").asInt());
        assertEquals("1000.00", gap.get("amountReported").asText());
        String reason = gap.get("reason").asText();
        assertTrue(reason.contains("location and sdg together"), reason);
        assertFalse(answer.has("obstacle"), answer::toString);
    }

    @Test
    void withoutJointLinesItIsSaidWhatCouldBeAskedInstead() {
        String cut = "entity:UNHCR|year:" + YEAR;
        JsonNode answer = ask("location.country,sdg.goal", cut);

        assertTrue(answer.get("cells").isEmpty(), answer::toString);
        JsonNode obstacle = answer.get("obstacle");
        assertEquals(List.of("location", "sdg"), texts(obstacle.get("dimensions")));
        assertEquals(2, obstacle.get("answerable").size(), obstacle::toString);
        for (String instead : List.of("location.country", "sdg.goal")) {
            JsonNode answerable = answerable(obstacle, instead.substring(0, instead.indexOf('.')));
            assertEquals(1, answerable.get("entityYears").asInt());
            assertEquals(
                    answerable.get("amount").asText(),
                    ask(instead, cut).at("/total/amount").asText());
        }
    }

    @Test
    void theRealFiguresHaveFunctionAndGoalApart() {
        JsonNode answer = ask("function.function,sdg.goal", "year:2024");

        JsonNode obstacle = answer.get("obstacle");
        assertEquals(List.of("function", "sdg"), texts(obstacle.get("dimensions")));
        assertEquals(2, obstacle.get("answerable").size(), obstacle::toString);
        JsonNode most = obstacle.get("answerable").get(0);
        assertEquals(List.of("function"), texts(most.get("dimensions")));
        assertEquals("66039034290.40380059", most.get("amount").asText());
        assertEquals(48, most.get("entityYears").asInt());
        assertEquals(
                "65974070783.768", answerable(obstacle, "sdg").get("amount").asText());
    }

    private static JsonNode ask(String drilldown, String cut) {
        return gateway.ask("expense", Map.of("drilldown", drilldown, "cut", cut, "gaps", "true"))
                .require(200);
    }

    private static JsonNode answerable(JsonNode obstacle, String dimension) {
        return StreamSupport.stream(obstacle.get("answerable").spliterator(), false)
                .filter(each -> texts(each.get("dimensions")).equals(List.of(dimension)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String submit(String entity, String breakdowns) {
        return administrator
                .postJson("/api/v1/submissions", """
                        {"entity":"%s","year":%d,"flow":"expense","source":"made up","breakdowns":[%s]}""".formatted(entity, YEAR, breakdowns))
                .require(201)
                .get("id")
                .asText();
    }
}
