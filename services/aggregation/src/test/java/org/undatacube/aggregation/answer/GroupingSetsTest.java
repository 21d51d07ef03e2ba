package org.undatacube.aggregation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.aggregation.query.Subtotals;

class GroupingSetsTest {
    private final Asked asked =
            new Asked(SampleLists.members()).by("location.region", "year", "location.country", "sdg.goal");

    @Test
    void hasOneSetWithoutSubtotals() {
        assertEquals(List.of("0123"), shown(asked));
    }

    @Test
    void leavesOutTheLastDrilldownsOneByOne() {
        assertEquals(List.of("0123", "012", "01", "0", ""), shown(asked.subtotals(Subtotals.ROLLUP)));
    }

    @Test
    void combinesPrefixesOfEachDimension() {
        assertEquals(
                List.of("0123", "012", "013", "023", "01", "02", "03", "13", "0", "1", "3", ""),
                shown(asked.subtotals(Subtotals.CUBE)));
    }

    @Test
    void leavesColumnsOutOfTheRows() {
        assertEquals(List.of("023", "02", "0", ""), shown(asked.columns("year").subtotals(Subtotals.ROLLUP)));
    }

    @Test
    void ranksWithinTheDrilldownsThatASetHas() {
        GroupingSets sets =
                GroupingSets.of(asked.top(1, true, "location.region", "year").question());

        assertEquals(0b1011, sets.ranking(0b1111));
        assertEquals(0b1010, sets.ranking(0b1110));
        assertEquals(0b1000, sets.ranking(0b1000));
    }

    private static List<String> shown(Asked asked) {
        return GroupingSets.of(asked.question()).shown().stream()
                .map(set -> IntStream.range(0, 4)
                        .filter(drilldown -> GroupingSets.has(set, drilldown))
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining()))
                .toList();
    }
}
