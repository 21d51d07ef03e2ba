package org.undatacube.aggregation.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.undatacube.aggregation.cube.Comparison;
import org.undatacube.aggregation.cube.Selection;
import org.undatacube.aggregation.cube.YearRange;

/** Which lines are added up; a line must pass every filter of an aggregation. */
public sealed interface Filter {
    /** Lines of one of the years, or of any other where it is excluding. */
    record Years(List<YearRange> ranges, boolean excluding) implements Filter {
        public boolean allows(int year) {
            return ranges.stream().anyMatch(range -> range.contains(year)) != excluding;
        }
    }

    /** Lines whose code the selection contains in their year. */
    record Codes(Selection selection) implements Filter {}

    /** Lines by their amount; what was merged from several lines cannot tell. */
    record Amount(Comparison comparison, BigDecimal value) implements Filter {}

    /**
     * Lines that are in none of these cells of some axes.
     *
     * @param axes of which each shows a line under one key only
     * @param keys each has one key for each axis
     */
    record Except(List<Axis> axes, Set<List<String>> keys) implements Filter {
        public Except {
            axes = List.copyOf(axes);
            keys = Set.copyOf(keys);
        }
    }
}
