package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.undatacube.acceptance.published.Figures;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;

/** One joint table beside separate ones: every dollar counted once, and said which are not there. */
class CoverageIT {
    /** A year that CEB's files do not have. */
    private static final int YEAR = 2025;

    /** What is published here: others publish other entities' figures of the year. */
    private static final String CUT = "entity:UNICEF;WFP|year:" + YEAR;

    private static Gateway administrator;
    private static Gateway gateway;

    @BeforeAll
    static void load() {
        LoadedFigures.sample();
        administrator = RunningSuite.get().administrator();
        gateway = RunningSuite.get().anybody();
        administrator.publish(List.of(submit("UNICEF", "expense", """
                        {"dimensions":["location","sdg","instrument"],"lines":[
                         {"location":"ML","sdg":"4.1","instrument":"R03B","amount":"1200000.00"},
                         {"location":"ML","sdg":"4.1","instrument":"R02A","amount":"300000.55"},
                         {"location":"NE","sdg":"5","instrument":"R03B","amount":"-0.05"}]}"""), submit("WFP", "expense", """
                        {"dimensions":["function"],"lines":[{"function":"E02","amount":"1000.00"}]},
                        {"dimensions":["sdg"],"lines":[{"sdg":"2.1","amount":"1000.00"}]}""")));
    }

    @Test
    void answersRecipientByGoalByFundingTypeFromTheJointSubmission() {
        JsonNode answer = gateway.ask("expense", "location.country,sdg.goal,instrument.instrument", CUT);

        Figures expected = new Figures();
        expected.add("ML 4 R03B", new BigDecimal("1200000.00"));
        expected.add("ML 4 R02A", new BigDecimal("300000.55"));
        expected.add("NE 5 R03B", new BigDecimal("-0.05"));
        Figures.of(answer).requireExactly(expected);
        requireCoverage(answer, 1, "1500000.50", "1000.00");
    }

    @Test
    void answersByGoalFromJointAndSeparateTablesAlike() {
        JsonNode answer = gateway.ask("expense", "entity.entity,sdg.goal", CUT);

        Figures expected = new Figures();
        expected.add("UNICEF 4", new BigDecimal("1500000.55"));
        expected.add("UNICEF 5", new BigDecimal("-0.05"));
        expected.add("WFP 2", new BigDecimal("1000.00"));
        Figures.of(answer).requireExactly(expected);
        requireCoverage(answer, 2, "1501000.50", "0.00");
    }

    @Test
    void namesTheEntitiesThatAQuestionDoesNotCover() {
        JsonNode answer = gateway.ask("expense", Map.of("drilldown", "location.country", "gaps", "true", "cut", CUT))
                .require(200);

        JsonNode gaps = answer.get("coverage").get("gaps");
        assertEquals(1, gaps.size());
        assertEquals("WFP", gaps.get(0).get("entity").asText());
        assertEquals(YEAR, gaps.get(0).get("year").asInt());
        assertEquals("1000.00", gaps.get(0).get("amountReported").asText());
    }

    @Test
    void givesTheSameTotalWhicheverWayItIsAsked() {
        BigDecimal plainly = amount(gateway.ask("expense", "", "year:2024"), "total", "amount");
        JsonNode byFunction = gateway.ask("expense", "function.function", "year:2024");
        JsonNode byGoal = gateway.ask("expense", "sdg.goal", "year:2024");

        requireSame(new BigDecimal("66039034290.40380059"), plainly);
        requireSame(plainly, Figures.of(byFunction).total());
        requireSame(plainly, Figures.of(byGoal).total().add(amount(byGoal, "coverage", "amountUnattributed")));
    }

    @Test
    void answersAnOlderEditionAsBefore() {
        String target =
                "/api/v1/cubes/revenue/aggregate?drilldown=instrument.instrument&cut=entity:UNDP%7Cyear:" + YEAR;
        JsonNode before = gateway.get(target).require(200);

        administrator.publish(List.of(submit("UNDP", "revenue", """
                {"dimensions":["instrument"],"lines":[{"instrument":"R02A","amount":"7.77"}]}""")));

        JsonNode then = gateway.get(target + "&edition=" + before.get("edition").asLong())
                .require(200);
        assertEquals(before.get("cells"), then.get("cells"));
        assertEquals(
                "7.77", gateway.get(target).require(200).at("/total/amount").asText());
    }

    private static String submit(String entity, String flow, String breakdowns) {
        return administrator
                .postJson("/api/v1/submissions", """
                        {"entity":"%s","year":%d,"flow":"%s","source":"made up","breakdowns":[%s]}""".formatted(entity, YEAR, flow, breakdowns))
                .require(201)
                .get("id")
                .asText();
    }

    private static void requireCoverage(JsonNode answer, int entities, String covered, String unattributed) {
        JsonNode coverage = answer.get("coverage");
        assertEquals(2, coverage.get("entitiesReporting").asInt());
        assertEquals(entities, coverage.get("entitiesCovered").asInt());
        assertEquals("1501000.50", coverage.get("amountReported").asText());
        assertEquals(covered, coverage.get("amountCovered").asText());
        assertEquals(unattributed, coverage.get("amountUnattributed").asText());
    }

    private static BigDecimal amount(JsonNode answer, String part, String field) {
        return new BigDecimal(answer.get(part).get(field).asText());
    }

    /** Equal as numbers, whatever zeros stand at their ends. */
    private static void requireSame(BigDecimal expected, BigDecimal actual) {
        assertEquals(expected.stripTrailingZeros(), actual.stripTrailingZeros());
    }
}
