package org.undatacube.aggregation.preaggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.aggregation.Seeds;

/** The rows of each code are all rows of the column that have it, and no others. */
class PostingsTest {
    private static final int CODES = 300;
    private static final int MOST_NEAR = 1 << 16;

    static LongStream seeds() {
        return Seeds.of(20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsTheRowsThatPass(long seed) {
        Random random = new Random(seed);
        findsTheRowsThatPass(random, 500 + random.nextInt(5_000));
    }

    @Test
    void findsRowsOfLargeBlocks() {
        findsTheRowsThatPass(new Random(1), MOST_NEAR);
        findsTheRowsThatPass(new Random(2), MOST_NEAR + 1);
        findsTheRowsThatPass(new Random(3), 3 * MOST_NEAR);
    }

    @Test
    void areNotMadeOfColumnsThatAreReadSooner() {
        assertTrue(Postings.of(column(new Random(4), 50, CODES)).isEmpty());
        assertTrue(Postings.of(column(new Random(5), 5_000, 2)).isEmpty());
        assertTrue(Postings.of(new char[0]).isEmpty());
    }

    private static void findsTheRowsThatPass(Random random, int rows) {
        char[] column = column(random, rows, CODES);
        // the last codes may have come after the question was asked
        CodeOffsets codes = new CodeOffsets(LongStream.range(0, random.nextBoolean() ? CODES : CODES / 2)
                .map(code -> random.nextInt(3) == 0 ? code : Grid.REJECTED)
                .toArray());
        List<Integer> expected = IntStream.range(0, rows)
                .filter(row -> column[row] < codes.offsets.length && codes.offsets[column[row]] >= 0)
                .boxed()
                .toList();

        Postings postings = Postings.of(column).orElseThrow();

        assertEquals(expected.size(), postings.count(codes.passing));
        List<Integer> found = new ArrayList<>();
        postings.forEach(codes.passing, (from, end) -> {
            int[] its = new int[2 + end - from];
            Arrays.fill(its, -1);
            postings.copy(from, end - from, its, 1);
            assertEquals(-1, its[0]);
            assertEquals(-1, its[its.length - 1]);
            IntStream.of(its).skip(1).limit(end - from).forEach(found::add);
        });
        found.sort(null);
        assertEquals(expected, found);
    }

    /** Some codes are much more frequent than others. */
    private static char[] column(Random random, int rows, int codes) {
        char[] column = new char[rows];
        for (int row = 0; row < rows; row++) {
            column[row] = (char) (random.nextInt(codes) * random.nextDouble());
        }
        return column;
    }
}
