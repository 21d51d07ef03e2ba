package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.acceptance.published.Figures;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;

/** What holds to the digit, whatever the figures are. */
class IdentitiesIT {
    private static Gateway gateway;

    @BeforeAll
    static void load() {
        LoadedFigures.ceb();
        gateway = RunningSuite.get().anybody();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            revenue; entity.type,instrument.group; year:2024
            revenue; instrument.instrument,year;
            expense; sdg.goal,year; year:2015..2024
            expense; entity.entity,sdg.target; year:2018..2020
            expense; function.function; !year:2024
            expense; sdg.five-ps; entity:FAO
            expense; function.function,sdg.goal; year:2024
            """)
    void whatIsReportedIsCoveredOrSaidToBeMissing(String cube, String drilldown, String cut) {
        Map<String, String> question = new LinkedHashMap<>(Map.of("drilldown", drilldown, "gaps", "true"));
        if (cut != null) {
            question.put("cut", cut);
        }
        JsonNode answer = gateway.ask(cube, question).require(200);

        JsonNode coverage = answer.get("coverage");
        BigDecimal covered = amount(coverage, "amountCovered");
        BigDecimal missing = amount(coverage, "amountUnattributed");
        requireSame(amount(coverage, "amountReported"), covered.add(missing));
        assertEquals(
                coverage.get("entityYearsReporting").asInt(),
                coverage.get("entityYearsCovered").asInt()
                        + coverage.get("gaps").size());
        requireSame(covered, amount(answer.get("total"), "amount"));
        requireSame(covered, Figures.of(answer).total());
    }

    @ParameterizedTest
    @CsvSource({"sdg.goal, year:2018..2024", "sdg.target, entity:FAO;WHO;UNDP", "function.function, year:2011..2013"})
    void whatIsMissingIsTheGapsAndWhatATableLeavesOut(String drilldown, String cut) {
        List<String> entityYear = List.of("entity.entity", "year");
        Figures reported = Figures.of(gateway.ask("expense", "entity.entity,year", cut));
        JsonNode answer = gateway.ask(
                        "expense", Map.of("drilldown", "entity.entity,year," + drilldown, "cut", cut, "gaps", "true"))
                .require(200);
        Figures attributed = Figures.of(answer.get("cells"), entityYear, "amount");
        Figures gaps = new Figures();
        for (JsonNode gap : answer.at("/coverage/gaps")) {
            gaps.add(
                    gap.get("entity").asText() + " " + gap.get("year").asText(),
                    new BigDecimal(gap.get("amountReported").asText()));
        }

        requireSame(amount(answer.get("coverage"), "amountReported"), reported.total());
        requireSame(
                amount(answer.get("coverage"), "amountUnattributed"),
                reported.total().subtract(attributed.total()));
        assertEquals(reported.only(key -> !attributed.has(key)).toString(), gaps.toString());
    }

    @ParameterizedTest
    @CsvSource({"amount", "lines"})
    void everySubtotalIsTheSumOfItsDetails(String measure) {
        JsonNode answer = gateway.ask(
                        "expense",
                        Map.of(
                                "drilldown", "entity.type,entity.entity,year,function.function",
                                "cut", "year:2011..2024",
                                "measures", "amount,lines",
                                "subtotals", "cube"))
                .require(200);
        assertEquals(answer.get("cellCount").asInt(), answer.get("cells").size());
        Map<List<String>, List<JsonNode>> sets = new LinkedHashMap<>();
        answer.get("cells")
                .forEach(cell -> sets.computeIfAbsent(texts(cell.get("grouping")), set -> new ArrayList<>())
                        .add(cell));

        // none, type, or type and entity; with and without year; with and without function
        assertEquals(12, sets.size(), () -> sets.keySet().toString());
        List<JsonNode> details = sets.values().iterator().next();
        sets.forEach((set, cells) -> {
            assertEquals(
                    cells.size(),
                    Figures.of(cells, set, measure).size(),
                    () -> set + " has two cells of the same members");
            Figures.of(cells, set, measure).requireExactly(Figures.of(details, set, measure));
        });
        assertEquals(
                answer.get("total").get(measure), sets.get(List.of()).get(0).get(measure));
    }

    @Test
    void theGrandTotalOfSubtotalsIsTheCubesOwn() {
        JsonNode plain = gateway.ask("expense", "", "year:2011..2024");
        JsonNode answer = gateway.ask(
                        "expense",
                        Map.of(
                                "drilldown", "year,function.function",
                                "cut", "year:2011..2024",
                                "measures", "amount,lines",
                                "subtotals", "cube"))
                .require(200);

        assertEquals(plain.get("total"), answer.get("total"));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static BigDecimal amount(JsonNode part, String field) {
        return new BigDecimal(part.get(field).asText());
    }

    /** Equal as numbers, whatever zeros stand at their ends. */
    private static void requireSame(BigDecimal expected, BigDecimal actual) {
        assertEquals(expected.stripTrailingZeros(), actual.stripTrailingZeros());
    }
}
