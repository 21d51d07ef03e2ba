package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.acceptance.published.ExpectedTables;
import org.undatacube.acceptance.published.Figures;
import org.undatacube.acceptance.suite.Answer;
import org.undatacube.acceptance.suite.Await;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;

/** The official totals, by every way in which a question can come and by every way in which it can be answered. */
class RoutesIT {
    private static final int MOST_CELLS = 100_000;

    private static Gateway gateway;
    private static Gateway scanning;

    @BeforeAll
    static void load() {
        LoadedFigures.ceb();
        gateway = RunningSuite.get().anybody();
        scanning = RunningSuite.get().scanning();
        for (String cube : new String[] {"revenue", "expense"}) {
            Await.until("the " + cube + " pre-aggregates are there", () -> {
                JsonNode report = preAggregates(gateway, cube);
                return !report.get("filling").asBoolean()
                        && report.get("breakdownsHeld").asInt()
                                == report.get("breakdownsPublished").asInt();
            });
            Await.until(
                    "the second service has the same edition", () -> edition(scanning, cube) == edition(gateway, cube));
        }
    }

    @Test
    void oneServiceHasNoPreAggregates() {
        JsonNode report = preAggregates(scanning, "expense");

        assertEquals(0, report.get("memoryLimit").asLong(), report::toString);
        assertTrue(report.get("cuboids").isEmpty(), report::toString);
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of(
                        "revenue", "year,instrument.group", ExpectedTables.byYearAnd("revenue_by_year_instrument.csv")),
                Arguments.of(
                        "revenue",
                        "year,instrument.instrument",
                        ExpectedTables.byYearAnd("revenue_by_year_subtype.csv")),
                Arguments.of(
                        "expense", "year,function.function", ExpectedTables.byYearAnd("expenses_by_year_function.csv")),
                Arguments.of(
                        "expense",
                        "entity.entity,function.function,year",
                        ExpectedTables.byEntityYearAnd("function", "expenses_by_entity_function_year.csv")),
                Arguments.of("expense", "year,sdg.goal", ExpectedTables.byYearAnd("expenses_by_sdg_year.csv")),
                Arguments.of(
                        "expense",
                        "entity.subentity,sdg.goal,year",
                        ExpectedTables.byEntityYearAnd("sdg", "expenses_by_entity_sdg_year.csv")));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("tables")
    void givesTheTotalsComputedBeforehand(String cube, String drilldown, Figures expected) {
        int limit = MOST_CELLS;
        for (String method : new String[] {"GET", "QUERY", "POST"}) {
            // a limit that nobody else has makes the question one that nobody has asked
            limit--;
            Map<String, ?> question = Map.of(
                    "drilldown", drilldown, "cut", "year:2011..2022", "measures", "amount,entities", "limit", limit);
            long hitsBefore = hits(cube);

            Answer added = ask(gateway, method, cube, question);
            long hits = hits(cube);
            Answer kept = ask(gateway, method, cube, question);
            long hitsAfter = hits(cube);
            Answer scanned = ask(scanning, method, cube, question);

            Figures.of(added.require(200)).requireToTheCent(expected);
            assertTrue(hits > hitsBefore, method + " was not answered from a pre-aggregate");
            assertEquals(hits, hitsAfter, method + " was added up a second time");
            assertEquals(added, kept, method);
            assertEquals(added, scanned, method);
        }
    }

    private static Answer ask(Gateway service, String method, String cube, Map<String, ?> question) {
        return method.equals("GET") ? service.ask(cube, question) : service.ask(method, cube, question);
    }

    /** How often pre-aggregates of a cube have answered. */
    private static long hits(String cube) {
        return preAggregates(gateway, cube).findValues("hits").stream()
                .mapToLong(JsonNode::asLong)
                .sum();
    }

    private static JsonNode preAggregates(Gateway service, String cube) {
        return service.get("/api/v1/cubes/" + cube + "/preaggregates").require(200);
    }

    private static long edition(Gateway service, String cube) {
        return service.get("/api/v1/cubes/" + cube).require(200).get("edition").asLong();
    }
}
