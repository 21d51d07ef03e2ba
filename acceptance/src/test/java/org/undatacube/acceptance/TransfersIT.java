package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.acceptance.published.ContributorLines;
import org.undatacube.acceptance.published.ContributorLines.Line;
import org.undatacube.acceptance.published.Figures;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;

/** Real revenue with and without what UN entities pay to one another. */
class TransfersIT {
    private static final Set<String> TRANSFERRING = Set.of("C04C", "C04D");
    private static final List<String> ENTITIES = List.of("UNDP", "WFP", "UNICEF", "IOM");
    private static final int YEAR_OF_THE_FILE = 2021;
    /** So that the totals of the file's own year stay as other tests know them. */
    private static final int YEAR = 2026;

    private static final List<Line> LINES = new ArrayList<>();

    private static Gateway gateway;

    @BeforeAll
    static void load() {
        ContributorLines file = new ContributorLines();
        Gateway administrator = RunningSuite.get().administrator();
        gateway = RunningSuite.get().anybody();
        List<String> submissions = new ArrayList<>();
        for (String entity : ENTITIES) {
            List<Line> lines = file.of(entity, YEAR_OF_THE_FILE);
            LINES.addAll(lines);
            submissions.add(submit(
                    administrator,
                    entity,
                    "contributor",
                    lines.stream()
                            .map(line -> Map.of(
                                    "contributor",
                                    line.contributor(),
                                    "amount",
                                    line.amount().toPlainString()))
                            .toList()));
        }
        submissions.add(
                submit(administrator, "WHO", "instrument", List.of(Map.of("instrument", "R01", "amount", "1234.56"))));
        administrator.publish(submissions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"net", "eliminated"})
    void grossIsWhatWasEliminatedAndTheNet(String view) {
        JsonNode answer = ask(view);

        JsonNode consolidation = answer.get("consolidation");
        assertEquals(view, consolidation.get("view").asText());
        requireSame(sum(line -> true), amount(consolidation, "gross"));
        requireSame(sum(TransfersIT::isTransfer), amount(consolidation, "eliminated"));
        requireSame(
                amount(consolidation, "gross"),
                amount(consolidation, "eliminated").add(amount(consolidation, "net")));
        assertTrue(amount(consolidation, "eliminated").signum() > 0, consolidation::toString);
        requireSame(amount(consolidation, view), amount(answer.get("total"), "amount"));
        requireSame(amount(consolidation, view), Figures.of(answer).total());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gross", "net", "eliminated"})
    void eachTypeOfContributorIsWhatTheFileHas(String view) {
        Figures expected = new Figures();
        LINES.stream()
                .filter(line -> view.equals("gross") || isTransfer(line) == view.equals("eliminated"))
                .forEach(line -> expected.add(line.type(), line.amount()));

        Figures.of(ask(view)).requireExactly(expected);
    }

    @Test
    void whoHasNoContributorsIsNotInAnyOfThem() {
        JsonNode coverage = ask("net").get("coverage");

        assertEquals(ENTITIES.size() + 1, coverage.get("entitiesReporting").asInt());
        assertEquals(ENTITIES.size(), coverage.get("entitiesCovered").asInt());
        requireSame(sum(line -> true), amount(coverage, "amountCovered"));
        requireSame(new BigDecimal("1234.56"), amount(coverage, "amountUnattributed"));
    }

    private static JsonNode ask(String consolidation) {
        return gateway.ask(
                        "revenue",
                        Map.of(
                                "drilldown",
                                "contributor.type",
                                "cut",
                                "entity:" + String.join(";", ENTITIES) + ";WHO|year:" + YEAR,
                                "consolidation",
                                consolidation))
                .require(200);
    }

    private static String submit(
            Gateway administrator, String entity, String dimension, List<Map<String, String>> lines) {
        Map<String, ?> submission = Map.of(
                "entity",
                entity,
                "year",
                YEAR,
                "flow",
                "revenue",
                "source",
                "CEB's figures of another year",
                "breakdowns",
                List.of(Map.of("dimensions", List.of(dimension), "lines", lines)));
        return administrator
                .postJson("/api/v1/submissions", submission)
                .require(201)
                .get("id")
                .asText();
    }

    private static boolean isTransfer(Line line) {
        return TRANSFERRING.contains(line.type());
    }

    private static BigDecimal sum(Predicate<Line> which) {
        return LINES.stream().filter(which).map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(JsonNode part, String field) {
        return new BigDecimal(part.get(field).asText());
    }

    /** Equal as numbers, whatever zeros stand at their ends. */
    private static void requireSame(BigDecimal expected, BigDecimal actual) {
        assertEquals(expected.stripTrailingZeros(), actual.stripTrailingZeros());
    }
}
