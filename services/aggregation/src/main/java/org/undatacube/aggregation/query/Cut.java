package org.undatacube.aggregation.query;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.undatacube.aggregation.cube.Grouping;
import org.undatacube.aggregation.cube.YearRange;
import org.undatacube.codelists.Dimension;

/** A condition on lines; a line must fulfil every cut of a question. */
public sealed interface Cut {
    /** How it is written in a question. */
    String text();

    /** The dimension that a breakdown must give for it; empty where every breakdown does. */
    Optional<Dimension> needs();

    /**
     * Lines coded with one of the members or with a code below one.
     *
     * @param members codes of the list as it spells them, sorted, none twice
     */
    record ByMembers(Dimension dimension, List<String> members) implements Cut {
        public ByMembers {
            members = List.copyOf(new TreeSet<>(members));
        }

        @Override
        public String text() {
            return dimension.code() + ":" + String.join(";", members);
        }

        @Override
        public Optional<Dimension> needs() {
            return Optional.of(dimension).filter(needed -> needed != Dimension.ENTITY);
        }
    }

    /**
     * Lines that are, in their year, in one of the groups of a hierarchy.
     *
     * @param groups codes of groups, among them perhaps {@link Grouping#NO_GROUP}; sorted, none twice
     */
    record ByGroups(Dimension dimension, String hierarchy, List<String> groups) implements Cut {
        public ByGroups {
            groups = List.copyOf(new TreeSet<>(groups));
        }

        @Override
        public String text() {
            return dimension.code() + ":" + hierarchy + ":" + String.join(";", groups);
        }

        @Override
        public Optional<Dimension> needs() {
            return Optional.of(dimension).filter(needed -> needed != Dimension.ENTITY);
        }
    }

    /** Lines of one of the years. */
    record ByYears(List<YearRange> ranges) implements Cut {
        public ByYears {
            ranges = YearRange.union(ranges);
        }

        public boolean contains(int year) {
            return ranges.stream().anyMatch(range -> range.contains(year));
        }

        @Override
        public String text() {
            return "year:" + ranges.stream().map(YearRange::text).collect(Collectors.joining(";"));
        }

        @Override
        public Optional<Dimension> needs() {
            return Optional.empty();
        }
    }
}
