package org.undatacube.aggregation.query;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.undatacube.aggregation.cube.Grouping;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Selection;
import org.undatacube.aggregation.cube.Structure;
import org.undatacube.aggregation.cube.YearRange;
import org.undatacube.codelists.Dimension;

/** A condition on lines; a line must fulfil every cut of a question. */
public sealed interface Cut {
    /** How it is written in a question. */
    String text();

    /** Whether the lines that it names are left out rather than chosen. */
    boolean negated();

    /** The dimension that a breakdown must give for it; empty where every breakdown does. */
    Optional<Dimension> needs();

    /** A cut by the codes of a dimension. */
    sealed interface OfCodes extends Cut {
        Dimension dimension();

        /** The codes that it chooses; those that it leaves out are left out of it. */
        Selection selection(Members members, Structure structure);

        @Override
        default Optional<Dimension> needs() {
            return Optional.of(dimension()).filter(needed -> needed != Dimension.ENTITY);
        }
    }

    /**
     * Lines coded with one of the members or with a code below one.
     *
     * @param members codes of the list as it spells them, sorted, none twice
     * @param only whether codes below the members are not meant
     */
    record ByMembers(Dimension dimension, List<String> members, boolean only, boolean negated) implements OfCodes {
        static final String ONLY = "only";

        public ByMembers {
            members = List.copyOf(new TreeSet<>(members));
        }

        @Override
        public String text() {
            return sign(negated) + dimension.code() + ":" + (only ? ONLY + ":" : "") + String.join(";", members);
        }

        @Override
        public Selection selection(Members all, Structure structure) {
            Selection selection =
                    only ? all.only(dimension, members, structure) : all.below(dimension, members, structure);
            return negated ? selection.negated() : selection;
        }
    }

    /**
     * Lines that are in one of the groups of a hierarchy.
     *
     * @param groups codes of groups, among them perhaps {@link Grouping#NO_GROUP}; sorted, none twice
     */
    record ByGroups(Dimension dimension, String hierarchy, List<String> groups, boolean negated) implements OfCodes {
        public ByGroups {
            groups = List.copyOf(new TreeSet<>(groups));
        }

        @Override
        public String text() {
            return sign(negated) + dimension.code() + ":" + hierarchy + ":" + String.join(";", groups);
        }

        @Override
        public Selection selection(Members members, Structure structure) {
            Selection selection = members.inGroups(dimension, hierarchy, groups, structure);
            return negated ? selection.negated() : selection;
        }
    }

    /** Lines of one of the years. */
    record ByYears(List<YearRange> ranges, boolean negated) implements Cut {
        public ByYears {
            ranges = YearRange.union(ranges);
        }

        public boolean allows(int year) {
            return ranges.stream().anyMatch(range -> range.contains(year)) != negated;
        }

        @Override
        public String text() {
            return sign(negated) + "year:"
                    + ranges.stream().map(YearRange::text).collect(Collectors.joining(";"));
        }

        @Override
        public Optional<Dimension> needs() {
            return Optional.empty();
        }
    }

    private static String sign(boolean negated) {
        return negated ? "!" : "";
    }
}
