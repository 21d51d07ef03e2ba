package org.undatacube.aggregation.engine;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;

/**
 * What an engine adds up: lines of some breakdowns that pass all filters, put together by all axes at once.
 *
 * @param breakdowns each counted once; all of them are coded in all dimensions that are used
 * @param axes none for one tally of all lines; no two are equal
 * @param filters a line must pass them all; equal ones are one
 * @param extremes whether the smallest and the largest amount of a line are wanted
 * @param distinct of which projections the different keys are counted
 */
public record Aggregation(
        Flow cube,
        List<Long> breakdowns,
        List<Axis> axes,
        List<Filter> filters,
        boolean extremes,
        List<Projection> distinct) {

    public Aggregation {
        breakdowns = List.copyOf(breakdowns);
        axes = List.copyOf(axes);
        filters = filters.stream().distinct().toList();
        distinct = List.copyOf(distinct);
    }

    /** Whether it asks for what only single lines know. */
    public boolean needsLines() {
        return extremes || filters.stream().anyMatch(Filter.Amount.class::isInstance);
    }

    /** Whether it asks which breakdown lines are of, which nothing that is added up already tells. */
    public boolean needsBreakdowns() {
        return Stream.concat(axes.stream(), filters.stream().flatMap(Aggregation::axesOf))
                .anyMatch(Axis.Breakdown.class::isInstance);
    }

    /** The dimensions whose codes are looked at; the entity may be among them. */
    public DimensionSet dimensions() {
        Set<Dimension> used = EnumSet.noneOf(Dimension.class);
        Stream.concat(axes.stream(), filters.stream().flatMap(Aggregation::axesOf))
                .map(Axis::dimension)
                .flatMap(Optional::stream)
                .forEach(used::add);
        for (Filter filter : filters) {
            if (filter instanceof Filter.Codes codes) {
                used.add(codes.selection().dimension());
            }
        }
        distinct.forEach(projection -> used.add(projection.dimension()));
        return new DimensionSet(used);
    }

    private static Stream<Axis> axesOf(Filter filter) {
        return filter instanceof Filter.Except except ? except.axes().stream() : Stream.empty();
    }
}
