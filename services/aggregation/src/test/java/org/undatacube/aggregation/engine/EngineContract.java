package org.undatacube.aggregation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.undatacube.aggregation.published.Published.breakdown;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.answer.RandomCube;
import org.undatacube.aggregation.cube.Comparison;
import org.undatacube.aggregation.cube.Grouping;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.aggregation.cube.Selection;
import org.undatacube.aggregation.cube.Structure;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.cube.YearRange;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Problem;

/** What every engine does, to the last digit: cases made by hand, and random ones against a {@link TallyOracle}. */
public abstract class EngineContract {
    private static final int CUBES = 250;
    private static final int AGGREGATIONS = 44;

    private static final Members MEMBERS = SampleLists.members();
    private static final Axis YEAR = new Axis.Year();
    private static final Axis REGION = level(Dimension.LOCATION, "region");
    private static final Axis COUNTRY = level(Dimension.LOCATION, "country");
    private static final Axis GOAL = level(Dimension.SDG, "goal");
    private static final Axis GROUPS =
            new Axis.Projected(MEMBERS.byGroup(Dimension.LOCATION, "groups", Structure.THEN));
    private static final Axis ENTITY = level(Dimension.ENTITY, "entity");

    private final Published history = new Published();

    /** An engine that took in nothing yet. */
    protected abstract Engine empty() throws IOException;

    /** An engine that took in these editions. */
    protected Engine filled(List<EditionChange> changes, Function<EditionChange, List<PublishedLine>> lines)
            throws IOException {
        Engine engine = empty();
        for (EditionChange change : changes) {
            engine.intake().takeIn(change, consumer -> lines.apply(change).forEach(consumer));
        }
        return engine;
    }

    /** To see a failure again, put its seed in the place of the first. */
    static LongStream seeds() {
        long first = System.nanoTime();
        return LongStream.range(first, first + CUBES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithTheOracleOnARandomCube(long seed) throws IOException {
        Random random = new Random(seed);
        RandomCube cube = new RandomCube(random);
        Members members = cube.members();
        TallyOracle oracle = new TallyOracle();
        cube.changes.forEach(change -> oracle.add(change, cube.linesOf(change)));
        try (Engine engine = filled(cube.changes, cube::linesOf)) {
            for (int number = 0; number < AGGREGATIONS; number++) {
                Aggregation aggregation = RandomAggregation.of(cube, members, random);
                assertEquals(
                        byKeys(oracle.tally(aggregation)),
                        byKeys(tally(engine, aggregation)),
                        () -> "seed " + seed + ": " + aggregation);
            }
        }
    }

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
    void showsLinesUnderTheirMembersOfALevelAndAboveItUnderTheirOwnCode() throws IOException {
        location(
                "location=ML 1",
                "location=EG 2",
                "location=AF 4",
                "location=2 8",
                "location=202 16",
                "location=G&I 32");

        assertEquals(List.of("142: 4.00 of 1", "2: 27.00 of 4", "G&I: 32.00 of 1"), asked(List.of(REGION)));
        assertEquals(
                List.of(
                        "202: 16.00 of 1",
                        "2: 8.00 of 1",
                        "AF: 4.00 of 1",
                        "EG: 2.00 of 1",
                        "G&I: 32.00 of 1",
                        "ML: 1.00 of 1"),
                asked(List.of(COUNTRY)));
    }

    @Test
    void showsCodesThatNoListHasUnderThemselves() throws IOException {
        location("location=XX 1", "location=O'Higgins 2", "location=\"é\" 4", "location=ML 8");

        assertEquals(
                List.of("\"é\": 4.00 of 1", "ML: 8.00 of 1", "O'Higgins: 2.00 of 1", "XX: 1.00 of 1"),
                asked(List.of(COUNTRY)));
        assertEquals(List.of("-: 7.00 of 3", "LDC: 8.00 of 1", "SAHEL: 8.00 of 1"), asked(List.of(GROUPS)));
        assertEquals(
                List.of(": 7.00 of 3"),
                asked(List.of(), below(Dimension.LOCATION, "2").negated()));
    }

    @Test
    void countsALineUnderEachOfItsGroupsOfItsYear() throws IOException {
        history.publish(
                publication(2023, breakdown("location", "location=ML 1", "location=EG 2", "location=G&I 4")),
                publication(2024, breakdown("location", "location=ML 8", "location=EG 16", "location=G&I 32")));

        assertEquals(
                List.of(
                        "- 2023: 4.00 of 1",
                        "- 2024: 32.00 of 1",
                        "LDC 2023: 1.00 of 1",
                        "LDC 2024: 8.00 of 1",
                        "NORTH 2023: 2.00 of 1",
                        "NORTH 2024: 16.00 of 1",
                        "SAHEL 2024: 8.00 of 1"),
                asked(List.of(GROUPS, YEAR)));
        Axis recast = new Axis.Projected(MEMBERS.byGroup(Dimension.LOCATION, "groups", Structure.of(2024)));
        assertEquals(
                List.of("-: 36.00 of 2", "LDC: 9.00 of 2", "NORTH: 18.00 of 2", "SAHEL: 9.00 of 2"),
                asked(List.of(recast)));
    }

    @Test
    void putsLinesTogetherBySeveralAxesAtOnce() throws IOException {
        Published.Breakdown joint = breakdown(
                "location,sdg",
                "location=ML sdg=5.1 1",
                "location=EG sdg=5 2",
                "location=ML sdg=1 4",
                "location=AF sdg=X00 8",
                "entity=UN-UNRISD location=ML sdg=5.2 16");
        history.publish(history.publication(Flow.EXPENSE, "UN", 2024, joint));

        assertEquals(
                List.of("142 X00 UN 2024: 8.00 of 1", "2 1 UN 2024: 4.00 of 1", "2 5 UN 2024: 19.00 of 3"),
                asked(List.of(REGION, GOAL, ENTITY, YEAR)));
        assertEquals(
                List.of("AF 142: 8.00 of 1", "EG 2: 2.00 of 1", "ML 2: 21.00 of 3"), asked(List.of(COUNTRY, REGION)));
    }

    @Test
    void countsALineOnceForEachPairOfGroupsOfTwoHierarchies() throws IOException {
        history.publish(publication(
                2024,
                breakdown("location,sdg", "location=ML sdg=5.1 1", "location=AF sdg=10 2", "location=2 sdg=X00 4")));
        Axis people = new Axis.Projected(MEMBERS.byGroup(Dimension.SDG, "five-ps", Structure.THEN));

        assertEquals(
                List.of(
                        "- -: 4.00 of 1",
                        "LDC PEOPLE: 1.00 of 1",
                        "LDC PROSPERITY: 2.00 of 1",
                        "SAHEL PEOPLE: 1.00 of 1"),
                asked(List.of(GROUPS, people)));
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
    void filtersByYears() throws IOException {
        for (int year = 2018; year <= 2024; year++) {
            history.publish(publication(year, breakdown("sdg", "sdg=5 " + year)));
        }
        List<YearRange> some = List.of(new YearRange(2019, 2020), new YearRange(2023, 2023));

        assertEquals(List.of(": 6062.00 of 3"), asked(List.of(), new Filter.Years(some, false)));
        assertEquals(
                List.of("2018: 2018.00 of 1", "2021: 2021.00 of 1", "2022: 2022.00 of 1", "2024: 2024.00 of 1"),
                asked(List.of(YEAR), new Filter.Years(some, true)));
        assertEquals(List.of(), asked(List.of(), new Filter.Years(List.of(), false)));
        assertEquals(List.of(": 14147.00 of 7"), asked(List.of(), new Filter.Years(List.of(), true)));
    }

    @Test
    void filtersByCodes() throws IOException {
        location("location=ML 1", "location=EG 2", "location=AF 4", "location=2 8", "location=G&I 16");

        assertEquals(List.of(": 11.00 of 3"), asked(List.of(), below(Dimension.LOCATION, "2")));
        assertEquals(
                List.of(": 20.00 of 2"),
                asked(List.of(), below(Dimension.LOCATION, "2").negated()));
        assertEquals(List.of(": 8.00 of 1"), asked(List.of(), only(Dimension.LOCATION, "2")));
        assertEquals(List.of(": 18.00 of 2"), asked(List.of(), below(Dimension.LOCATION, "15", "G&I")));
        assertEquals(
                List.of("2: 8.00 of 1", "ML: 1.00 of 1"),
                asked(
                        List.of(COUNTRY),
                        below(Dimension.LOCATION, "2"),
                        below(Dimension.LOCATION, "15").negated()));
        assertEquals(List.of(), asked(List.of(), only(Dimension.LOCATION)));
        assertEquals(
                List.of(": 31.00 of 5"),
                asked(List.of(), only(Dimension.LOCATION).negated()));
    }

    @Test
    void filtersByGroupsOfTheLinesYear() throws IOException {
        history.publish(
                publication(2023, breakdown("location", "location=ML 1", "location=G&I 2", "location=EG 4")),
                publication(2024, breakdown("location", "location=ML 8", "location=XX 16")));

        assertEquals(List.of(": 8.00 of 1"), asked(List.of(), groups("SAHEL")));
        assertEquals(List.of(": 23.00 of 4"), asked(List.of(), groups("SAHEL").negated()));
        assertEquals(List.of(": 9.00 of 2"), asked(List.of(), groups("SAHEL", "LDC")));
        assertEquals(List.of(": 18.00 of 2"), asked(List.of(), groups(Grouping.NO_GROUP)));
        assertEquals(List.of(": 22.00 of 3"), asked(List.of(), groups(Grouping.NO_GROUP, "NORTH")));
        assertEquals(
                List.of(": 13.00 of 3"),
                asked(List.of(), groups(Grouping.NO_GROUP).negated()));
    }

    @Test
    void takesAFilterTwice() throws IOException {
        location("location=ML 1", "location=AF 2");

        assertEquals(
                List.of(": 1.00 of 1"),
                asked(List.of(), below(Dimension.LOCATION, "2"), below(Dimension.LOCATION, "2")));
    }

    @Test
    void filtersByAThousandCodes() throws IOException {
        location(IntStream.range(0, 2_000)
                .mapToObj(number -> "location=L" + number + " 1")
                .toArray(String[]::new));
        Map<String, List<YearRange>> stays = IntStream.range(1_000, 2_000)
                .boxed()
                .collect(Collectors.toMap(number -> "L" + number, number -> List.of(YearRange.ALWAYS)));
        Selection selection = new Selection(Dimension.LOCATION, stays, false);

        assertEquals(List.of(": 1000.00 of 1000"), asked(List.of(), new Filter.Codes(selection)));
        assertEquals(
                1_000,
                asked(List.of(COUNTRY), new Filter.Codes(selection.negated())).size());
    }

    @Test
    void comparesAmountsExactly() throws IOException {
        location("location=ML 1.000000001", "location=ML 1", "location=EG -1.5", "location=EG 0");

        Map<Comparison, String> sums = Map.of(
                Comparison.EQ, "1.00 of 1",
                Comparison.NE, "-0.499999999 of 3",
                Comparison.LT, "-1.50 of 2",
                Comparison.LE, "-0.50 of 3",
                Comparison.GT, "1.000000001 of 1",
                Comparison.GE, "2.000000001 of 2");
        for (Comparison comparison : Comparison.values()) {
            assertEquals(
                    List.of(": " + sums.get(comparison)),
                    asked(List.of(), new Filter.Amount(comparison, new BigDecimal("1.0"))),
                    comparison::code);
        }
    }

    @Test
    void leavesOutTheCellsThatAreExcepted() throws IOException {
        history.publish(
                publication(2023, breakdown("location", "location=ML 1", "location=EG 2", "location=XX 4")),
                publication(2024, breakdown("location", "location=ML 8", "location=202 16", "location=XX 32")));

        assertEquals(
                List.of("2023: 4.00 of 1", "2024: 32.00 of 1"),
                asked(List.of(YEAR), new Filter.Except(List.of(REGION), Set.of(List.of("2")))));
        assertEquals(
                List.of("202: 16.00 of 1", "EG: 2.00 of 1", "ML: 1.00 of 1", "XX: 4.00 of 1"),
                asked(
                        List.of(COUNTRY),
                        new Filter.Except(
                                List.of(COUNTRY, YEAR),
                                Set.of(List.of("ML", "2024"), List.of("XX", "2024"), List.of("EG", "2024")))));
        assertEquals(List.of(": 63.00 of 6"), asked(List.of(), new Filter.Except(List.of(COUNTRY), Set.of())));
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
    void countsDifferentKeysAndALineOfSeveralGroupsInEach() throws IOException {
        history.publish(publication(
                2024,
                breakdown(
                        "location,sdg",
                        "location=ML sdg=5.1 1",
                        "location=ML sdg=5.2 2",
                        "location=AF sdg=1 4",
                        "location=AF sdg=1.a 8",
                        "location=G&I sdg=XX 16")));
        List<Projection> distinct =
                List.of(MEMBERS.byLevel(Dimension.SDG, "goal", Structure.THEN), projection(COUNTRY));

        try (Engine engine = filled()) {
            assertEquals(
                    Map.of(
                            List.of("LDC"), List.of(2L, 2L),
                            List.of("SAHEL"), List.of(1L, 1L),
                            List.of("-"), List.of(1L, 1L)),
                    tally(
                                    engine,
                                    new Aggregation(
                                            Flow.EXPENSE, List.of(1L), List.of(GROUPS), List.of(), true, distinct))
                            .stream()
                            .collect(Collectors.toMap(Tally::keys, Tally::distinct)));
            assertEquals(
                    List.of(List.of(3L, 3L)),
                    tally(engine, new Aggregation(Flow.EXPENSE, List.of(1L), List.of(), List.of(), false, distinct))
                            .stream()
                            .map(Tally::distinct)
                            .toList());
        }
    }

    @Test
    void usesOneProjectionAsAxisAndInAFilterAndForCounting() throws IOException {
        location("location=ML 1", "location=EG 2", "location=AF 4");

        try (Engine engine = filled()) {
            Filter notMali = new Filter.Except(List.of(COUNTRY), Set.of(List.of("ML")));
            List<Tally> tallies = tally(
                    engine,
                    new Aggregation(
                            Flow.EXPENSE,
                            List.of(1L),
                            List.of(COUNTRY, REGION),
                            List.of(notMali),
                            false,
                            List.of(projection(COUNTRY))));
            assertEquals(List.of("AF 142: 4.00 of 1", "EG 2: 2.00 of 1"), texts(tallies));
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

    private void location(String... lines) {
        history.publish(publication(2024, breakdown("location", lines)));
    }

    private Publication publication(int year, Published.Breakdown... breakdowns) {
        return history.publication(Flow.EXPENSE, "UNDP", year, breakdowns);
    }

    private Engine filled() throws IOException {
        return filled(history.changes(), change -> history.lines(change.edition()));
    }

    /** Asks for expenses of all breakdowns. */
    private List<String> asked(List<Axis> axes, Object... filters) throws IOException {
        List<Long> breakdowns = history.changes().stream()
                .flatMap(change -> history.lines(change.edition()).stream())
                .map(PublishedLine::breakdown)
                .distinct()
                .toList();
        List<Filter> all = Stream.of(filters)
                .map(filter -> filter instanceof Selection selection ? new Filter.Codes(selection) : (Filter) filter)
                .toList();
        try (Engine engine = filled()) {
            return texts(tally(engine, new Aggregation(Flow.EXPENSE, breakdowns, axes, all, false, List.of())));
        }
    }

    private static List<Tally> tally(Engine engine, Flow cube, List<Long> breakdowns, List<Axis> axes) {
        return tally(engine, new Aggregation(cube, breakdowns, axes, List.of(), false, List.of()));
    }

    private static List<Tally> tally(Engine engine, Aggregation aggregation) {
        return engine.read(snapshot -> snapshot.tally(aggregation, new Patience(Duration.ofSeconds(30))));
    }

    private static List<String> texts(List<Tally> tallies) {
        return tallies.stream()
                .map(tally -> String.join(" ", tally.keys()) + ": " + new Usd(tally.amount()) + " of " + tally.lines())
                .sorted()
                .toList();
    }

    /** Comparable whatever the order and the number of trailing zeros. */
    private static Map<List<String>, Tally> byKeys(List<Tally> tallies) {
        Map<List<String>, Tally> byKeys = new HashMap<>();
        for (Tally tally : tallies) {
            Tally stripped = new Tally(
                    List.copyOf(tally.keys()),
                    tally.amount().stripTrailingZeros(),
                    tally.lines(),
                    tally.minimum() == null ? null : tally.minimum().stripTrailingZeros(),
                    tally.maximum() == null ? null : tally.maximum().stripTrailingZeros(),
                    new ArrayList<>(tally.distinct()));
            assertEquals(null, byKeys.put(stripped.keys(), stripped), "one tally for each cell");
        }
        return byKeys;
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    private static Axis level(Dimension dimension, String level) {
        return new Axis.Projected(MEMBERS.byLevel(dimension, level, Structure.THEN));
    }

    private static Projection projection(Axis axis) {
        return ((Axis.Projected) axis).projection();
    }

    private static Selection below(Dimension dimension, String... codes) {
        return MEMBERS.below(dimension, Set.of(codes), Structure.THEN);
    }

    private static Selection only(Dimension dimension, String... codes) {
        return MEMBERS.only(dimension, Set.of(codes), Structure.THEN);
    }

    private static Selection groups(String... groups) {
        return MEMBERS.inGroups(Dimension.LOCATION, "groups", Set.of(groups), Structure.THEN);
    }
}
