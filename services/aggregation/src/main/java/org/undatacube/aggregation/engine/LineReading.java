package org.undatacube.aggregation.engine;

import java.util.List;
import org.undatacube.codelists.Flow;

/**
 * Which single lines are read: those of some breakdowns that pass all filters, by breakdown and then by their numbers.
 *
 * @param breakdowns all of them are coded in all dimensions that are used
 * @param offset how many of the lines are left out before the first
 * @param limit how many are read at most
 */
public record LineReading(Flow cube, List<Long> breakdowns, List<Filter> filters, long offset, int limit) {
    public LineReading {
        breakdowns = List.copyOf(breakdowns);
        filters = filters.stream().distinct().toList();
    }
}
