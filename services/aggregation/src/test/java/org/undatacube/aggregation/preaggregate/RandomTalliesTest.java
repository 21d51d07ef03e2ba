package org.undatacube.aggregation.preaggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.aggregation.Seeds;
import org.undatacube.aggregation.answer.RandomCube;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.CellLimit;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.RandomAggregation;
import org.undatacube.aggregation.engine.Tally;
import org.undatacube.aggregation.engine.duckdb.DuckDbEngine;
import org.undatacube.aggregation.published.TestStore;
import org.undatacube.changefeed.EditionChange;

/** Random cubes and random aggregations: every cuboid that can tell adds up as the store does, to the last digit. */
class RandomTalliesTest {
    private static final int CUBES = 30;
    private static final int AGGREGATIONS = 50;
    /** Enough that rows are looked up by their codes. */
    private static final int MANY_LINES = 700;

    private static final int LARGE_CUBES = 6;
    private static final CellLimit LIMIT = new CellLimit(100_000);
    private static final AtomicInteger CASES = new AtomicInteger();
    private static final AtomicInteger COMPARED = new AtomicInteger();

    @TempDir
    Path folder;

    static LongStream seeds() {
        return Seeds.of(CUBES);
    }

    static LongStream seedsOfLargeCubes() {
        return Seeds.of(LARGE_CUBES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithTheStoreOnEveryCuboid(long seed) throws IOException {
        Random random = new Random(seed);
        agreesWithTheStoreOnEveryCuboid(seed, random, new RandomCube(random));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seedsOfLargeCubes")
    void agreesWithTheStoreWhereRowsAreLookedUp(long seed) throws IOException {
        Random random = new Random(seed);
        agreesWithTheStoreOnEveryCuboid(seed, random, new RandomCube(random, MANY_LINES));
    }

    private void agreesWithTheStoreOnEveryCuboid(long seed, Random random, RandomCube cube) throws IOException {
        CASES.incrementAndGet();
        Members members = cube.members();
        PreAggregates preAggregates = new PreAggregates(1 << 26, Clock.systemUTC());
        Map<Long, Holding> lines = new HashMap<>();
        try (Engine engine = DuckDbEngine.open(new TestStore(folder))) {
            for (EditionChange change : cube.changes) {
                engine.intake().takeIn(change, reader -> cube.linesOf(change).forEach(reader));
                EditionCollector collector = new EditionCollector(change, preAggregates);
                cube.linesOf(change).forEach(collector::add);
                lines.putAll(collector.holdings());
            }
            for (int number = 0; number < AGGREGATIONS; number++) {
                Aggregation aggregation = RandomAggregation.of(cube, members, random);
                String where = "seed " + seed + ", number " + number + " " + aggregation;
                Map<List<String>, Tally> expected =
                        byKeys(engine.read(snapshot -> snapshot.tally(aggregation, patience())));
                agrees(preAggregates, lines, aggregation, expected, where + ", lines");
                for (int subset = 0; subset < CubeShape.of(aggregation.cube()).subsets(); subset++) {
                    Choice choice = new Choice(Set.of(), Map.of(aggregation.cube(), Set.of(subset)));
                    agrees(preAggregates, chosen(lines, aggregation, choice), aggregation, expected, where + subset);
                }
            }
        }
    }

    @AfterAll
    static void wasNotTooEasy() {
        // one alone may well be easy
        if (CASES.get() == CUBES + LARGE_CUBES) {
            assertTrue(COMPARED.get() >= 2_000, "only " + COMPARED.get() + " were compared");
        }
    }

    private static Map<Long, Holding> chosen(Map<Long, Holding> lines, Aggregation aggregation, Choice choice) {
        Map<Long, Holding> chosen = new HashMap<>();
        for (long breakdown : aggregation.breakdowns()) {
            Optional.ofNullable(lines.get(breakdown))
                    .flatMap(holding -> holding.as(choice))
                    .ifPresent(holding -> chosen.put(breakdown, holding));
        }
        return chosen;
    }

    private static void agrees(
            PreAggregates preAggregates,
            Map<Long, Holding> holdings,
            Aggregation aggregation,
            Map<List<String>, Tally> expected,
            String where) {
        preAggregates.plan(new Kept(holdings, 0), aggregation).ifPresent(plan -> {
            assertEquals(expected, byKeys(plan.tally(patience(), LIMIT)), where);
            if (!aggregation.breakdowns().isEmpty()) {
                COMPARED.incrementAndGet();
            }
        });
    }

    private static Patience patience() {
        return new Patience(Duration.ofSeconds(30));
    }

    private static Map<List<String>, Tally> byKeys(List<Tally> tallies) {
        return tallies.stream()
                .map(RandomTalliesTest::plain)
                .collect(Collectors.toMap(Tally::keys, Function.identity()));
    }

    private static Tally plain(Tally tally) {
        return new Tally(
                tally.keys(),
                plain(tally.amount()),
                tally.lines(),
                plain(tally.minimum()),
                plain(tally.maximum()),
                tally.distinct());
    }

    private static BigDecimal plain(BigDecimal amount) {
        return amount == null ? null : amount.setScale(9);
    }
}
