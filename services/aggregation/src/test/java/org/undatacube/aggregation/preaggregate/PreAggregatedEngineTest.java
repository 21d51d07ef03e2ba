package org.undatacube.aggregation.preaggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.undatacube.aggregation.published.Published.breakdown;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Structure;
import org.undatacube.aggregation.cube.YearRange;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.Axis;
import org.undatacube.aggregation.engine.CellLimit;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.Filter;
import org.undatacube.aggregation.engine.Intake;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Rebuild;
import org.undatacube.aggregation.engine.Route;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.engine.Tally;
import org.undatacube.aggregation.engine.duckdb.DuckDbEngine;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.aggregation.published.TestStore;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Problem;

class PreAggregatedEngineTest {
    private static final long ENOUGH = 1 << 26;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private final Members members = SampleLists.members();
    private final Axis country = new Axis.Projected(members.byLevel(Dimension.LOCATION, "country", Structure.THEN));
    private Published history = new Published();
    private PreAggregates preAggregates;
    private Engine engine;

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @Test
    void answersFromTheSmallestCuboidThatHasTheDimensions() throws IOException {
        open(ENOUGH);
        takeIn(publication("UNDP", 2023, 40));
        takeIn(publication("WFP", 2024, 40));

        Route.PreAggregate byCountry = preAggregated(aggregation(List.of(country), List.of()));
        assertEquals(Set.of(cuboid(true, Dimension.ENTITY, Dimension.LOCATION)), Set.copyOf(byCountry.cuboids()));
        assertEquals(8, byCountry.rows());
        Route.PreAggregate total = preAggregated(aggregation(List.of(), List.of()));
        assertEquals(Set.of(cuboid(true, Dimension.ENTITY)), Set.copyOf(total.cuboids()));
        assertEquals(2, total.rows());
        assertEquals(
                "80.000000080",
                tally(aggregation(List.of(), List.of())).get(0).amount().toPlainString());
    }

    @Test
    void answersWhatOnlySingleLinesKnowFromThem() throws IOException {
        open(ENOUGH);
        takeIn(publication("UNDP", 2023, 40));
        Aggregation extremes = new Aggregation(Flow.EXPENSE, all(), List.of(), List.of(), true, List.of());

        assertEquals(
                List.of(cuboid(false, Dimension.ENTITY, Dimension.LOCATION, Dimension.SDG)),
                preAggregated(extremes).cuboids());
        assertEquals("1.000000001", tally(extremes).get(0).maximum().toPlainString());
    }

    @Test
    void leavesToTheStoreWhatItCannotTell() throws IOException {
        open(ENOUGH);
        takeIn(history.publication(
                Flow.EXPENSE, "UNDP", 2023, breakdown("location", "location=ML 9999999999999999999999.5")));
        takeIn(publication("WFP", 2024, 4));

        Aggregation all = aggregation(List.of(country), List.of());
        assertEquals(new Route.Scan(), engine.read(snapshot -> snapshot.route(all)));
        assertEquals(4, tally(all).size());
        assertEquals(1, report().breakdownsHeld());
        assertEquals(2, report().breakdownsPublished());
    }

    @Test
    void leavesOutWhatOtherYearsAndEntitiesHold() throws IOException {
        open(ENOUGH);
        takeIn(publication("UNDP", 2023, 40));
        takeIn(publication("WFP", 2024, 40));
        Filter year = new Filter.Years(List.of(new YearRange(2024, 2024)), false);

        assertEquals(
                4, preAggregated(aggregation(List.of(country), List.of(year))).rows());
    }

    @Test
    void addsNothingUpWhereABreakdownHasNoLines() throws IOException {
        open(ENOUGH);
        takeIn(publication("UNDP", 2023, 0));

        preAggregated(aggregation(List.of(country), List.of()));
        assertEquals(List.of(), tally(aggregation(List.of(country), List.of())));
    }

    @Test
    void refusesTooManyCells() throws IOException {
        int most = new TestStore(folder).mostCells().getAsInt();
        open(ENOUGH);
        int codes = 400;
        String[] lines = IntStream.range(0, codes * codes)
                .mapToObj(number -> "location=L" + number / codes + " sdg=S" + number % codes + " 1")
                .toArray(String[]::new);
        takeIn(history.publication(Flow.EXPENSE, "UNDP", 2024, breakdown("location,sdg", lines)));
        Axis target = new Axis.Projected(members.byLevel(Dimension.SDG, "target", Structure.THEN));
        Aggregation tooMany = aggregation(List.of(country, target), List.of());

        preAggregated(tooMany);
        Problem problem = assertThrows(Problem.class, () -> tally(tooMany));
        assertTrue(problem.getMessage().contains(Integer.toString(most)), problem.getMessage());
    }

    @Test
    void neverTakesMoreMemoryThanItMayAndEvictsWhatIsSupersededFirst() throws IOException {
        long limit = 60_000;
        open(limit);
        for (int number = 0; number < 30; number++) {
            takeIn(publication("UNDP", 2023, 400));
            assertTrue(report().memoryUsed() <= limit, report().toString());
            assertEquals(1, report().breakdownsHeld(), "after " + number);
        }
        int held = preAggregates.kept().holdings().size();
        assertTrue(held > 1 && held < 30, "superseded ones stay while there is room: " + held);
        for (int year = 1820; year < 2020; year++) {
            takeIn(publication("WFP", year, 400));
            assertTrue(report().memoryUsed() <= limit, report().toString());
        }
        assertTrue(report().breakdownsHeld() < report().breakdownsPublished());
        assertEquals(201 * 400, tally(aggregation(List.of(), List.of())).get(0).lines());
    }

    @Test
    void holdsNothingWithoutMemory() throws IOException {
        open(0);
        takeIn(publication("UNDP", 2023, 4));

        Aggregation total = aggregation(List.of(), List.of());
        assertEquals(new Route.Scan(), engine.read(snapshot -> snapshot.route(total)));
        assertEquals(4, tally(total).get(0).lines());
    }

    @Test
    void holdsTheSameAfterAStartAsWhatItTookIn() throws IOException {
        open(ENOUGH);
        for (int year = 2018; year < 2024; year++) {
            takeIn(publication("UNDP", year, 10 * (year - 2000)), publication("WFP", year, 7));
        }
        List<CuboidReport> before = withoutHits(report());
        String held = contents();
        engine.close();
        open(ENOUGH);

        assertEquals(before, withoutHits(report()));
        assertEquals(held, contents());
        assertEquals(12, report().breakdownsHeld());
    }

    @Test
    void forgetsWhatAnEditionBroughtThatWasNotTakenIn() throws IOException {
        open(ENOUGH);
        Publication announced = publication("UNDP", 2023, 4);
        PublishedBreakdown right = announced.breakdowns().get(0);
        history.publish(new Publication(
                announced.submission(),
                "UNDP",
                2023,
                Flow.EXPENSE,
                BigDecimal.ONE,
                List.of(new PublishedBreakdown(
                        right.breakdown(), right.dimensions(), right.lines(), BigDecimal.ONE, false))));

        assertThrows(IOException.class, this::takeInLast);

        assertEquals(Map.of(), preAggregates.kept().holdings());
        assertEquals(0, report().memoryUsed());
    }

    @Test
    void holdsTheNewLinesOfABreakdownWhoseNumberIsUsedAgainAfterARebuild() throws IOException {
        open(ENOUGH);
        takeIn(publication("UNDP", 2023, 40));
        history = new Published();
        history.publish(publication("UNDP", 2023, 12));
        try (Rebuild rebuild = engine.rebuild()) {
            takeInLast(rebuild);
            assertEquals(40, tally(aggregation(List.of(), List.of())).get(0).lines());
            rebuild.finish();
        }

        Aggregation total = aggregation(List.of(), List.of());
        preAggregated(total);
        assertEquals(12, tally(total).get(0).lines());
    }

    @Test
    @Timeout(120)
    void showsWholeEditionsToThoseWhoReadWhileTheyAreTakenIn()
            throws IOException, InterruptedException, ExecutionException {
        ExecutorService background = Executors.newFixedThreadPool(3);
        AtomicBoolean done = new AtomicBoolean();
        try {
            preAggregates = new PreAggregates(ENOUGH, Clock.systemUTC());
            engine = new PreAggregatedEngine(
                    DuckDbEngine.open(new TestStore(folder)), preAggregates, new CellLimit(1_000), background);
            AtomicInteger preAggregated = new AtomicInteger();
            List<Future<?>> readers = new ArrayList<>();
            for (int reader = 0; reader < 2; reader++) {
                readers.add(background.submit(() -> {
                    while (!done.get()) {
                        preAggregated.addAndGet(engine.read(this::seesAWholeEdition));
                    }
                }));
            }
            // a reader that failed is done too
            for (int edition = 1; preAggregated.get() <= 60 && readers.stream().noneMatch(Future::isDone); edition++) {
                takeIn(publication("UNDP", 2023, edition), publication("WFP", 2023, edition));
            }
            done.set(true);
            for (Future<?> reader : readers) {
                reader.get();
            }
        } finally {
            done.set(true);
            background.shutdown();
        }
    }

    /** In edition N both entities have N lines of 1.000000001 dollars. */
    private int seesAWholeEdition(Snapshot snapshot) {
        long edition = snapshot.catalogue().current().number();
        Aggregation total =
                new Aggregation(Flow.EXPENSE, standing(snapshot.catalogue()), List.of(), List.of(), false, List.of());
        List<Tally> tallies = snapshot.tally(total, new Patience(Duration.ofSeconds(30)));
        if (edition > 0) {
            assertEquals(2 * edition, tallies.get(0).lines());
            assertEquals(
                    new BigDecimal("1.000000001").multiply(BigDecimal.valueOf(2 * edition)),
                    tallies.get(0).amount());
        }
        return edition > 0 && snapshot.route(total) instanceof Route.PreAggregate ? 1 : 0;
    }

    private void open(long limit) {
        preAggregates = new PreAggregates(limit, Clock.fixed(NOW, ZoneOffset.UTC));
        TestStore store = new TestStore(folder);
        engine = new PreAggregatedEngine(DuckDbEngine.open(store), preAggregates, CellLimit.of(store), Runnable::run);
    }

    /** Lines of a dollar and a nano each, in four countries and two targets. */
    private Publication publication(String entity, int year, int lines) {
        List<String> countries = List.of("ML", "EG", "NA", "AF");
        String[] texts = IntStream.range(0, lines)
                .mapToObj(number ->
                        "location=" + countries.get(number % 4) + " sdg=5." + (1 + number / 4 % 2) + " 1.000000001")
                .toArray(String[]::new);
        return history.publication(Flow.EXPENSE, entity, year, breakdown("location,sdg", texts));
    }

    private void takeIn(Publication... publications) throws IOException {
        history.publish(publications);
        takeInLast();
    }

    private void takeInLast() throws IOException {
        takeInLast(engine.intake());
    }

    private void takeInLast(Intake intake) throws IOException {
        EditionChange last = history.changes().get(history.changes().size() - 1);
        intake.takeIn(last, lines -> history.lines(last.edition()).forEach(lines));
    }

    private Aggregation aggregation(List<Axis> axes, List<Filter> filters) {
        return new Aggregation(Flow.EXPENSE, all(), axes, filters, false, List.of());
    }

    private List<Long> all() {
        return engine.read(snapshot -> standing(snapshot.catalogue()));
    }

    private static List<Long> standing(Catalogue catalogue) {
        return catalogue.published(Flow.EXPENSE, catalogue.current()).stream()
                .flatMap(publication -> publication.breakdowns().stream())
                .map(PublishedBreakdown::breakdown)
                .toList();
    }

    private Route.PreAggregate preAggregated(Aggregation aggregation) {
        return assertInstanceOf(Route.PreAggregate.class, engine.read(snapshot -> snapshot.route(aggregation)));
    }

    private List<Tally> tally(Aggregation aggregation) {
        return engine.read(snapshot -> snapshot.tally(aggregation, new Patience(Duration.ofSeconds(30))));
    }

    private static Route.Cuboid cuboid(boolean merged, Dimension... dimensions) {
        return new Route.Cuboid(DimensionSet.of(dimensions), merged);
    }

    private PreAggregatesReport report() {
        return engine.read(snapshot -> preAggregates.report(Flow.EXPENSE, snapshot.catalogue()));
    }

    private static List<CuboidReport> withoutHits(PreAggregatesReport report) {
        return report.cuboids().stream()
                .map(cuboid -> new CuboidReport(
                        cuboid.dimensions(),
                        cuboid.merged(),
                        cuboid.rows(),
                        cuboid.bytes(),
                        cuboid.breakdowns(),
                        0,
                        cuboid.since()))
                .toList();
    }

    /** All rows of all blocks, in an order of their own. */
    private String contents() {
        return preAggregates.kept().holdings().entrySet().stream()
                .flatMap(entry -> entry.getValue().blocks().stream()
                        .flatMap(block -> rows(block).map(row -> entry.getKey() + " " + row)))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private Stream<String> rows(Block block) {
        CubeShape shape = CubeShape.of(Flow.EXPENSE);
        return IntStream.range(0, block.rows).mapToObj(row -> {
            StringBuilder text = new StringBuilder().append(block.isMerged()).append(' ');
            for (int position = 0; position < shape.positions(); position++) {
                if (CubeShape.has(block.subset, position)) {
                    int code = block.codes[position] == null ? block.constants[position] : block.codes[position][row];
                    text.append(preAggregates
                                    .dictionary()
                                    .of(shape.dimension(position))
                                    .code(code))
                            .append(' ');
                }
            }
            return text.append(block.wholes[row])
                    .append(' ')
                    .append(block.nanos[row])
                    .append(' ')
                    .append(block.lines == null ? 1 : block.lines[row])
                    .toString();
        });
    }
}
