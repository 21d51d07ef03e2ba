package org.undatacube.aggregation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.coverage.BreakdownChoice;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.engine.Aggregation;
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
import org.undatacube.http.Problem;

/** Answers of more cells than are looked at one by one, from an engine that makes them up. */
class LargeAnswersTest {
    private static final String[] MANY = {
        "entity.entity",
        "entity.subentity",
        "function.function",
        "location.region",
        "location.country",
        "sdg.goal",
        "sdg.target",
        "contributor.contributor"
    };
    private final Members members = SampleLists.members();

    @Test
    void refusesToGiveTooManyCellsAtOnce() {
        Asked asked = asked("location.country").subtotals(Subtotals.ROLLUP);

        Problem problem = assertThrows(Problem.class, () -> answer(asked, 100_000));

        assertEquals(AggregationProblem.TOO_MANY_CELLS, problem.type());
        assertEquals(100_000, answer(asked, 99_999).cells().size());
        assertEquals(3, answer(asked.page(3, 99_998), 100_000).cells().size());
        assertEquals(100_001, answer(asked, 100_000).cellCount());
    }

    @Test
    void refusesATableThatIsMostlyEmpty() {
        Asked asked = asked("location.country", "sdg.goal").columns("sdg.goal");

        // every cell is in a row and a column of its own
        Problem problem = assertThrows(Problem.class, () -> answer(asked, 1_000));

        assertEquals(AggregationProblem.TOO_MANY_CELLS, problem.type());
        assertEquals(100, answer(asked.page(100, 0), 1_000).rows().size());
    }

    @Test
    void findsThePageWithoutSortingAll() {
        Asked asked = asked("location.country").order(Measure.Plain.LINES, true).order(Measure.Plain.AMOUNT, false);
        List<Cell> all = answer(asked, 5_000).cells();

        assertEquals(all.subList(30, 45), answer(asked.page(15, 30), 5_000).cells());
        assertEquals(
                all.subList(4_990, 5_000), answer(asked.page(15, 4_990), 5_000).cells());
    }

    @Test
    void sortsByMoreKeysThanFitIntoANumber() {
        List<Cell> cells = answer(asked(MANY), 3_000).cells();

        assertEquals(3_000, cells.size());
        for (int cell = 1; cell < cells.size(); cell++) {
            String before = ((Cell.Key.Member) cells.get(cell - 1).keys().get(0)).code();
            String after = ((Cell.Key.Member) cells.get(cell).keys().get(0)).code();
            assertTrue(before.compareTo(after) < 0, before + " before " + after);
        }
    }

    private Asked asked(String... drilldowns) {
        return new Asked(members).by(drilldowns).measures(Measure.Plain.AMOUNT, Measure.Plain.LINES);
    }

    private Answer answer(Asked asked, int cells) {
        Question question = asked.question();
        return new Inquiry(
                        question,
                        Edition.NONE,
                        false,
                        new CellsWithUnlistedKeys(cells),
                        members,
                        BreakdownChoice.of(
                                question,
                                Catalogue.EMPTY.published(question.cube(), Edition.NONE),
                                members,
                                BigDecimal.ONE),
                        new Patience(Duration.ofMinutes(1)))
                .answer();
    }

    private record CellsWithUnlistedKeys(int cells) implements Snapshot {
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
            Random random = new Random(cells);
            List<Tally> tallies = new ArrayList<>();
            for (int cell = 0; cell < cells; cell++) {
                String key = "K" + cell;
                List<String> keys = aggregation.axes().stream().map(axis -> key).toList();
                tallies.add(new Tally(
                        keys,
                        BigDecimal.valueOf(random.nextInt(1_000), 2),
                        1 + random.nextInt(20),
                        null,
                        null,
                        List.of()));
            }
            return tallies;
        }
    }
}
