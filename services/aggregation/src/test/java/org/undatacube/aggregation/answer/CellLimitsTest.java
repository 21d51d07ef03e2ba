package org.undatacube.aggregation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.coverage.BreakdownChoice;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.CellLimit;
import org.undatacube.aggregation.engine.LineReader;
import org.undatacube.aggregation.engine.LineReading;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.engine.Tally;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.Subtotals;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Language;
import org.undatacube.http.Problem;

/** How many cells questions may have, and how long they may go through them, of an engine that makes its cells up. */
class CellLimitsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Members members = SampleLists.members();

    @Test
    void countTheRowsOfAllSubtotals() {
        // 1,000 cells of each of the seven sets with a drilldown, and the total; the engine counts its own
        CellLimit limit = new CellLimit(7_000);
        Asked asked = asked("location.country", "sdg.goal", "function.function").subtotals(Subtotals.CUBE);

        Problem problem;
        try (CellLimit.Held held = limit.begin()) {
            problem = assertThrows(Problem.class, () -> answer(asked, 1_000, new Patience(LONG, held)));
        }

        assertEquals(AggregationProblem.TOO_MANY_CELLS, problem.type());
        try (CellLimit.Held held = new CellLimit(7_001).begin()) {
            assertEquals(7_001, answer(asked, 1_000, new Patience(LONG, held)).cellCount());
        }
    }

    @Test
    void areSharedByTheQuestionsThatAreBeingAnswered() {
        CellLimit limit = new CellLimit(1_500);
        Asked asked = asked("location.country");

        try (CellLimit.Held first = limit.begin();
                CellLimit.Held second = limit.begin()) {
            answer(asked, 1_000, new Patience(LONG, first));
            Problem problem = assertThrows(Problem.class, () -> answer(asked, 1_000, new Patience(LONG, second)));
            assertEquals(AggregationProblem.TOO_LARGE, problem.type());
        }
        try (CellLimit.Held later = limit.begin()) {
            assertEquals(1_000, answer(asked, 1_000, new Patience(LONG, later)).cellCount());
        }
    }

    @Test
    void holdForColumnsOnAPageBehindTheLastRow() {
        Asked asked = asked("location.country", "sdg.goal").columns("sdg.goal").page(10, 200_000);

        Problem problem = assertThrows(Problem.class, () -> answer(asked, 100_001, new Patience(LONG)));

        assertEquals(AggregationProblem.TOO_MANY_CELLS, problem.type());
        assertEquals(0, answer(asked, 1_000, new Patience(LONG)).rows().size());
    }

    @Test
    void patienceIsAskedWhileCellsAreSorted() {
        Patience patience = new Patience(LONG);
        Inquiry inquiry = inquiry(asked("location.country").order(Measure.Plain.AMOUNT, true), 10_000, patience);
        Reckoning reckoning = Reckoning.of(inquiry, Language.ENGLISH);
        Shown shown = new Shown(inquiry, reckoning);
        Rows rows = shown.rows(1);
        patience.cancel();

        Problem problem = assertThrows(
                Problem.class,
                () -> shown.order().sorted(rows, IntStream.range(0, rows.size()).toArray(), 0, 10));

        assertEquals(AggregationProblem.CANCELLED, problem.type());
    }

    private Asked asked(String... drilldowns) {
        return new Asked(members).by(drilldowns);
    }

    private Answer answer(Asked asked, int cells, Patience patience) {
        return inquiry(asked, cells, patience).answer();
    }

    private Inquiry inquiry(Asked asked, int cells, Patience patience) {
        Question question = asked.question();
        return new Inquiry(
                question,
                Edition.NONE,
                false,
                new CountedCells(cells),
                members,
                BreakdownChoice.of(
                        question, Catalogue.EMPTY.published(question.cube(), Edition.NONE), members, BigDecimal.ONE),
                patience);
    }

    /** Each cell has a key of its own in every axis, and is counted as engines do. */
    private record CountedCells(int cells) implements Snapshot {
        @Override
        public List<PublishedLine> read(LineReading reading, Patience patience) {
            throw new UnsupportedOperationException("there are only cells");
        }

        @Override
        public void lines(Flow cube, Collection<Long> breakdowns, LineReader reader) {
            throw new UnsupportedOperationException("nothing is stored");
        }

        @Override
        public Catalogue catalogue() {
            return Catalogue.EMPTY;
        }

        @Override
        public List<Tally> tally(Aggregation aggregation, Patience patience) {
            List<Tally> tallies = new ArrayList<>();
            for (int cell = 0; cell < cells; cell++) {
                String key = "K" + cell;
                patience.hold(1);
                tallies.add(new Tally(
                        aggregation.axes().stream().map(axis -> key).toList(),
                        BigDecimal.valueOf(cell),
                        1,
                        null,
                        null,
                        List.of()));
            }
            return tallies;
        }
    }
}
