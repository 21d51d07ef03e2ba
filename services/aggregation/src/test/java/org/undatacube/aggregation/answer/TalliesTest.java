package org.undatacube.aggregation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.engine.Patience;

class TalliesTest {
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(1));
    private final List<String> asked = new ArrayList<>();

    @Test
    void asksOnceForWhatAddsUp() {
        Tallies tallies = tallies(Set.of(0, 1, 2, 3), Set.of(), 0);

        assertEquals(List.of("3"), asked);
        assertEquals(1, tallies.of(0).size());
        assertEquals(BigDecimal.valueOf(10), tallies.of(0).amount(0));
        assertEquals(4, tallies.of(0).lines(0));
        assertEquals(BigDecimal.valueOf(1), tallies.of(0).minimum(0));
        assertEquals(BigDecimal.valueOf(4), tallies.of(0).maximum(0));
        assertEquals(2, tallies.of(1).size());
    }

    @Test
    void asksForAFinerSetWhereTwoSetsAddUpFromIt() {
        tallies(Set.of(1, 2), Set.of(), 0);

        assertEquals(List.of("3"), asked);
    }

    @Test
    void asksAgainWithoutADrilldownThatOverlaps() {
        tallies(Set.of(0, 1, 2, 3), Set.of(), 2);

        assertEquals(List.of("1", "3"), asked.stream().sorted().toList());
    }

    @Test
    void asksForEverySetThatCounts() {
        tallies(Set.of(0, 1, 3), Set.of(0, 3), 0);

        assertEquals(
                List.of("0 counting", "3 counting"), asked.stream().sorted().toList());
    }

    /** Two drilldowns of two members each, whose cells have the amounts from 1 to 4 in one line each. */
    private Tallies tallies(Set<Integer> needed, Set<Integer> counted, int overlapping) {
        return Tallies.of(
                needed,
                counted,
                overlapping,
                (set, counting) -> {
                    asked.add(set + (counting ? " counting" : ""));
                    Rows rows = new Rows(set, 2, 1);
                    for (int cell = 0; cell < 4; cell++) {
                        int[] key = {1 + cell / 2, 1 + cell % 2};
                        GroupingSets.reduce(key, set);
                        BigDecimal amount = BigDecimal.valueOf(cell + 1L);
                        rows.add(key, amount, 1, amount, amount);
                    }
                    return rows;
                },
                PATIENCE);
    }
}
