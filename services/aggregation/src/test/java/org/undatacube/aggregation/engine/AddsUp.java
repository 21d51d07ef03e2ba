package org.undatacube.aggregation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.undatacube.aggregation.published.Published.breakdown;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.cube.Comparison;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Problem;

/** Every engine adds up lines, and gives up where it should. */
public abstract class AddsUp extends EngineCase {
    @Test
    void addsUpAllLinesWhereThereIsNoAxis() throws IOException {
        location("location=ML 1.25", "location=EG -0.25", "location=EG 2");

        assertEquals(List.of(": 3.00 of 3"), asked(List.of()));
    }

    @Test
    void countsALineThatIsRepeatedEachTime() throws IOException {
        location("location=ML 1.10", "location=ML 1.10", "location=ML 1.10");

        assertEquals(List.of("ML: 3.30 of 3"), asked(List.of(COUNTRY)));
    }

    @Test
    void addsUpTheBreakdownsThatAreNamedAndNoOthers() throws IOException {
        Publication first = publication(
                2023, breakdown("location", "location=ML 1"), breakdown("sdg", "sdg=5 2"), breakdown("sdg", "sdg=1 4"));
        Publication revenue =
                history.publication(Flow.REVENUE, "UNDP", 2023, breakdown("contributor", "contributor=SWE 8"));
        history.publish(first);
        history.publish(revenue, publication(2024, breakdown("sdg", "sdg=5 16")));

        try (Engine engine = filled()) {
            assertEquals(List.of(": 18.00 of 2"), texts(tally(engine, Flow.EXPENSE, List.of(2L, 5L), List.of())));
            assertEquals(List.of(": 8.00 of 1"), texts(tally(engine, Flow.REVENUE, List.of(4L), List.of())));
            assertEquals(List.of(), texts(tally(engine, Flow.EXPENSE, List.of(), List.of())));
            assertEquals(List.of(), texts(tally(engine, Flow.EXPENSE, List.of(77L), List.of(YEAR))));
        }
    }

    @Test
    void findsTheSmallestAndTheLargestLine() throws IOException {
        location("location=ML -7.000000001", "location=ML 7", "location=EG 3", "location=2 -2", "location=2 -1");

        try (Engine engine = filled()) {
            List<Tally> tallies = tally(
                    engine, new Aggregation(Flow.EXPENSE, List.of(1L), List.of(COUNTRY), List.of(), true, List.of()));
            assertEquals(
                    Set.of("ML -7.000000001 7", "EG 3 3", "2 -2 -1"),
                    tallies.stream()
                            .map(tally ->
                                    tally.keys().get(0) + " " + plain(tally.minimum()) + " " + plain(tally.maximum()))
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void keepsEveryDigitOfLargeAndOfSmallAmounts() throws IOException {
        location(
                "location=ML 100000000000000000.000000001",
                "location=ML 900000000000000000.999999998",
                "location=ML -0.000000001",
                "location=EG 0.1",
                "location=EG 0.2",
                "location=AF -99999999999999999999999999.999999999",
                "location=AF 99999999999999999999999999.999999998");

        assertEquals(
                List.of("AF: -0.000000001 of 2", "EG: 0.30 of 2", "ML: 1000000000000000000.999999998 of 3"),
                asked(List.of(COUNTRY)));
    }

    @Test
    void keepsACellWhoseAmountsAddUpToNothing() throws IOException {
        location("location=ML 5.5", "location=ML -5.5", "location=EG 0");

        assertEquals(List.of("EG: 0.00 of 1", "ML: 0.00 of 2"), asked(List.of(COUNTRY)));
    }

    @Test
    void hasNoTallyWhereNoLinePasses() throws IOException {
        location("location=ML 1");
        Filter nothing = new Filter.Amount(Comparison.GT, BigDecimal.TEN);

        assertEquals(List.of(), asked(List.of(), nothing));
        assertEquals(List.of(), asked(List.of(COUNTRY, YEAR), nothing));
    }

    @Test
    void givesUpWhereTheQuestionWasCancelledOrItsTimeIsOver() throws IOException {
        location("location=ML 1");
        Patience cancelled = new Patience(Duration.ofSeconds(30));
        cancelled.cancel();
        Patience over = new Patience(Duration.ofSeconds(-1));
        Aggregation all = new Aggregation(Flow.EXPENSE, List.of(1L), List.of(), List.of(), false, List.of());

        try (Engine engine = filled()) {
            Problem gone = assertThrows(Problem.class, () -> engine.read(snapshot -> snapshot.tally(all, cancelled)));
            Problem late = assertThrows(Problem.class, () -> engine.read(snapshot -> snapshot.tally(all, over)));

            assertEquals(AggregationProblem.CANCELLED, gone.type());
            assertEquals(AggregationProblem.TOO_SLOW, late.type());
            assertEquals(List.of(": 1.00 of 1"), texts(tally(engine, all)));
        }
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
