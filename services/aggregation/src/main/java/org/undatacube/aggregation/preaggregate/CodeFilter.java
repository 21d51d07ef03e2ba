package org.undatacube.aggregation.preaggregate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.aggregation.cube.Selection;
import org.undatacube.aggregation.cube.YearRange;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.Axis;
import org.undatacube.aggregation.engine.Filter;
import org.undatacube.codelists.Dimension;

/** Which codes of one dimension a question lets through, by year. */
final class CodeFilter {
    private final ProjectionKeys.Cache cache;
    private final Codes codes;
    private final List<Selection> selections = new ArrayList<>();
    private final List<Filter.Except> excepts = new ArrayList<>();

    private CodeFilter(ProjectionKeys.Cache cache, Codes codes) {
        this.cache = cache;
        this.codes = codes;
    }

    /** All filters of a question that look at no other dimension, but perhaps at the year. */
    static CodeFilter of(Aggregation aggregation, Dimension dimension, ProjectionKeys.Cache cache) {
        CodeFilter filter = new CodeFilter(cache, cache.dictionary().of(dimension));
        for (Filter each : aggregation.filters()) {
            if (each instanceof Filter.Codes of && of.selection().dimension() == dimension) {
                filter.selections.add(of.selection());
            } else if (each instanceof Filter.Except except && dimension(except).equals(Optional.of(dimension))) {
                filter.excepts.add(except);
            }
        }
        return filter;
    }

    /** All codes, for what is not filtered by itself. */
    static CodeFilter none(Dimension dimension, ProjectionKeys.Cache cache) {
        return new CodeFilter(cache, cache.dictionary().of(dimension));
    }

    /** The only dimension that is looked at; empty where there are several or none. */
    static Optional<Dimension> dimension(Filter.Except except) {
        List<Dimension> dimensions = except.axes().stream()
                .flatMap(axis -> axis.dimension().stream())
                .distinct()
                .toList();
        return dimensions.size() == 1 ? Optional.of(dimensions.get(0)) : Optional.empty();
    }

    boolean isEmpty() {
        return selections.isEmpty() && excepts.isEmpty();
    }

    boolean sameEveryYear() {
        return selections.stream()
                        .flatMap(selection -> selection.stays().values().stream())
                        .allMatch(CodeFilter::isAlways)
                && excepts.stream()
                        .flatMap(except -> except.axes().stream())
                        .allMatch(axis -> axis instanceof Axis.Projected projected
                                && cache.of(projected.projection()).sameEveryYear());
    }

    /** Which of the first codes pass. */
    boolean[] passing(int size, int year) {
        boolean[] passing = new boolean[size];
        Arrays.fill(passing, true);
        for (Selection selection : selections) {
            restrict(passing, selection, year);
        }
        for (Filter.Except except : excepts) {
            restrict(passing, except, year);
        }
        return passing;
    }

    /** Goes through the selected codes, which are mostly fewer than all. */
    private void restrict(boolean[] passing, Selection selection, int year) {
        boolean[] selected = new boolean[passing.length];
        for (Map.Entry<String, List<YearRange>> stay : selection.stays().entrySet()) {
            int code = codes.numberOf(stay.getKey());
            if (code != Codes.NONE && code < selected.length && contain(stay.getValue(), year)) {
                selected[code] = true;
            }
        }
        for (int code = 0; code < passing.length; code++) {
            passing[code] &= selected[code] != selection.excluding();
        }
    }

    private void restrict(boolean[] passing, Filter.Except except, int year) {
        for (int code = 0; code < passing.length; code++) {
            if (passing[code]) {
                int its = code;
                List<String> keys = except.axes().stream()
                        .map(axis -> axis instanceof Axis.Projected projected
                                ? key(projected.projection(), its, year)
                                : Integer.toString(year))
                        .toList();
                passing[code] = !except.keys().contains(keys);
            }
        }
    }

    private String key(Projection projection, int code, int year) {
        ProjectionKeys keys = cache.of(projection);
        return keys.key(keys.table(projection, year).first()[code]);
    }

    private static boolean contain(List<YearRange> ranges, int year) {
        for (YearRange range : ranges) {
            if (range.contains(year)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAlways(List<YearRange> ranges) {
        return ranges.size() == 1 && ranges.get(0).equals(YearRange.ALWAYS);
    }
}
