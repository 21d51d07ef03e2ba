package org.undatacube.aggregation.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.aggregation.Seeds;
import org.undatacube.aggregation.answer.RandomCube;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.changefeed.PublishedLine;

/** On random cubes every engine agrees with a {@link TallyOracle}. */
public abstract class AgreesWithTheOracle extends EngineCase {
    /** In each run; {@code -Ddatacube.seeds=250} tries eleven thousand aggregations at once. */
    private static final int CUBES = 40;

    private static final int AGGREGATIONS = 44;

    static LongStream seeds() {
        return Seeds.of(CUBES);
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
                Map<List<String>, Tally> expected = byKeys(oracle.tally(aggregation));
                assertEquals(expected, byKeys(tally(engine, aggregation)), () -> "seed " + seed + ": " + aggregation);
                assertEquals(
                        expected,
                        byKeys(sorted(engine, aggregation, expected.keySet(), random)),
                        () -> "seed " + seed + ", streamed: " + aggregation);
                LineReading reading = new LineReading(
                        aggregation.cube(),
                        aggregation.breakdowns(),
                        aggregation.filters(),
                        random.nextInt(6),
                        1 + random.nextInt(20));
                assertEquals(
                        stripped(oracle.lines(reading)),
                        stripped(engine.read(snapshot -> snapshot.read(reading, new Patience(Duration.ofSeconds(30))))),
                        () -> "seed " + seed + ": " + reading);
            }
        }
    }

    /** Comparable whatever the number of trailing zeros. */
    private static List<PublishedLine> stripped(List<PublishedLine> lines) {
        return lines.stream()
                .map(line -> new PublishedLine(
                        line.breakdown(),
                        line.line(),
                        line.codes(),
                        line.amount().stripTrailingZeros()))
                .toList();
    }

    /** What is streamed, of which it is certain that it is in the order that was wanted. */
    private static List<Tally> sorted(Engine engine, Aggregation aggregation, Set<List<String>> keys, Random random)
            throws IOException {
        List<Tally> tallies = new ArrayList<>();
        List<KeyOrder> orders = new ArrayList<>();
        for (int axis : IntStream.range(0, aggregation.axes().size())
                .boxed()
                .sorted(Comparator.comparing(any -> random.nextInt()))
                .toList()) {
            Map<String, Integer> places = new HashMap<>();
            keys.forEach(key -> places.put(key.get(axis), random.nextInt(5)));
            orders.add(new KeyOrder(axis, places));
        }
        stream(engine, aggregation, orders, tallies);
        for (int index = 1; index < tallies.size(); index++) {
            assertFalse(isBefore(tallies.get(index), tallies.get(index - 1), orders));
        }
        return tallies;
    }

    private static boolean isBefore(Tally one, Tally other, List<KeyOrder> orders) {
        for (KeyOrder order : orders) {
            int difference = order.places().get(one.keys().get(order.axis()))
                    - order.places().get(other.keys().get(order.axis()));
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
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
}
