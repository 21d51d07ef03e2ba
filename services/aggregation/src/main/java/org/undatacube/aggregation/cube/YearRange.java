package org.undatacube.aggregation.cube;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Years from the first to the last, both included. */
public record YearRange(int first, int last) {
    public static final String TO = "..";
    /** All years. */
    public static final YearRange ALWAYS = new YearRange(0, 9999);

    public YearRange {
        if (first > last) {
            throw new IllegalArgumentException(first + " is after " + last);
        }
    }

    public boolean contains(int year) {
        return first <= year && year <= last;
    }

    boolean sharesAYearWith(YearRange other) {
        return first <= other.last && other.first <= last;
    }

    public String text() {
        return first == last ? Integer.toString(first) : first + TO + last;
    }

    /** The same years in the fewest ranges, in order. */
    public static List<YearRange> union(List<YearRange> ranges) {
        List<YearRange> union = new ArrayList<>();
        for (YearRange range : ranges.stream()
                .sorted(Comparator.comparingInt(YearRange::first))
                .toList()) {
            YearRange before = union.isEmpty() ? null : union.get(union.size() - 1);
            if (before != null && range.first() <= before.last() + 1) {
                union.set(union.size() - 1, new YearRange(before.first(), Math.max(before.last(), range.last())));
            } else {
                union.add(range);
            }
        }
        return List.copyOf(union);
    }

    /** All years of the one and of the other, in the fewest ranges. */
    static List<YearRange> both(List<YearRange> ranges, List<YearRange> others) {
        return union(Stream.concat(ranges.stream(), others.stream()).toList());
    }

    /** The years of some ranges that are in none of some others. */
    static List<YearRange> without(List<YearRange> ranges, List<YearRange> others) {
        List<YearRange> left = union(ranges);
        for (YearRange other : others) {
            left = left.stream().flatMap(range -> range.without(other)).toList();
        }
        return left;
    }

    private Stream<YearRange> without(YearRange other) {
        if (!sharesAYearWith(other)) {
            return Stream.of(this);
        }
        Stream.Builder<YearRange> left = Stream.builder();
        if (first < other.first) {
            left.add(new YearRange(first, other.first - 1));
        }
        if (other.last < last) {
            left.add(new YearRange(other.last + 1, last));
        }
        return left.build();
    }
}
