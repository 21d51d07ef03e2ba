package org.undatacube.aggregation.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members are ranked by what each of them has a value of. */
class TopRankingTest {
    private static final String BY_YEAR = "drilldown=year,location.country&top=1&";

    @ParameterizedTest
    @ValueSource(strings = {"change", "growth.2022", "cumulative"})
    void cannotRankOverallByWhatOnlyAYearHas(String measure) {
        Map<String, Object> refusal = Asked.refusal(BY_YEAR + "measures=" + measure);

        assertEquals("top", refusal.get("parameter"));
        assertEquals(
                "top cannot rank members by " + measure + ", which only a cell of a year has.", refusal.get("detail"));
        assertTrue(refusal.get("expected").toString().contains("per=year"), refusal.toString());
    }

    @Test
    void looksAtTheMeasureThatTheOrderNames() {
        assertEquals(
                "top",
                Asked.refusal(BY_YEAR + "measures=amount,change&order=-change").get("parameter"));
        assertEquals(
                1,
                Asked.text(BY_YEAR + "measures=change,amount&order=-amount")
                        .top()
                        .orElseThrow()
                        .count());
    }

    @Test
    void ranksByAChangeWithinEachYear() {
        assertEquals(
                1,
                Asked.text(BY_YEAR + "per=year&measures=change")
                        .top()
                        .orElseThrow()
                        .count());
    }

    @Test
    void cannotRankByAChangeInSubtotalsOfAllYears() {
        assertEquals(
                "top",
                Asked.refusal(BY_YEAR + "per=year&measures=change&subtotals=cube")
                        .get("parameter"));
        assertEquals(
                1,
                Asked.text(BY_YEAR + "per=year&measures=change&subtotals=rollup")
                        .top()
                        .orElseThrow()
                        .count());
    }

    @Test
    void ranksByTheShareOfARowOnlyWhatRunsAcross() {
        Map<String, Object> refusal = Asked.refusal(BY_YEAR + "columns=year&measures=share.row");

        assertEquals("top", refusal.get("parameter"));
        assertEquals(
                "top cannot rank members by share.row where the last drilldown runs down: each is all of its row.",
                refusal.get("detail"));
        assertEquals(
                1,
                Asked.text(BY_YEAR + "columns=location.country&measures=share.row")
                        .top()
                        .orElseThrow()
                        .count());
    }
}
