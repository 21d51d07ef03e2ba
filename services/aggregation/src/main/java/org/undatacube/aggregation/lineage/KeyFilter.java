package org.undatacube.aggregation.lineage;

import java.util.Collection;
import java.util.List;
import org.undatacube.aggregation.cube.YearRange;
import org.undatacube.aggregation.engine.Axis;
import org.undatacube.aggregation.engine.Filter;

/** The keys of cells as filters of their lines. */
final class KeyFilter {
    private KeyFilter() {}

    /** Lets the lines through that an axis of an answer shows under one of some keys. */
    static Filter of(Axis axis, Collection<String> keys) {
        if (axis instanceof Axis.Projected projected) {
            return new Filter.Codes(projected.projection().under(keys));
        }
        List<YearRange> years = keys.stream()
                .map(Integer::valueOf)
                .map(year -> new YearRange(year, year))
                .toList();
        return new Filter.Years(YearRange.union(years), false);
    }
}
