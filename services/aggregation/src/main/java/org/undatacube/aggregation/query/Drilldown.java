package org.undatacube.aggregation.query;

import java.util.Comparator;
import java.util.Optional;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.aggregation.cube.Structure;
import org.undatacube.codelists.Dimension;

/** One column of an answer's cells: by what the lines are grouped. */
public sealed interface Drilldown {
    /** How it is written in a question and called in an answer, e.g. {@code sdg.goal}. */
    String key();

    /** The dimension whose codes it groups by; empty for the year. */
    Optional<Dimension> codedIn();

    /** The dimension that a breakdown must give for it; empty where every breakdown does. */
    default Optional<Dimension> needs() {
        return codedIn().filter(needed -> needed != Dimension.ENTITY);
    }

    /** How its keys are sorted. */
    Comparator<String> order(Members members);

    /** By the codes of a dimension. */
    sealed interface OfCodes extends Drilldown {
        Dimension dimension();

        /** Under which members or groups lines are shown. */
        Projection projection(Members members, Structure structure);

        @Override
        default Optional<Dimension> codedIn() {
            return Optional.of(dimension());
        }
    }

    /** By the members on one level of a dimension. */
    record ByLevel(Dimension dimension, String level) implements OfCodes {
        @Override
        public String key() {
            return dimension.code() + "." + level;
        }

        @Override
        public Projection projection(Members members, Structure structure) {
            return members.byLevel(dimension, level, structure);
        }

        @Override
        public Comparator<String> order(Members members) {
            return members.order(dimension);
        }
    }

    /** By the groups of a hierarchy: a line is shown under each that it is in in its year. */
    record ByGroup(Dimension dimension, String hierarchy) implements OfCodes {
        @Override
        public String key() {
            return dimension.code() + "." + hierarchy;
        }

        @Override
        public Projection projection(Members members, Structure structure) {
            return members.byGroup(dimension, hierarchy, structure);
        }

        @Override
        public Comparator<String> order(Members members) {
            return members.grouping(dimension, hierarchy).orElseThrow().order();
        }
    }

    record ByYear() implements Drilldown {
        static final String KEY = "year";

        @Override
        public String key() {
            return KEY;
        }

        @Override
        public Comparator<String> order(Members members) {
            return Comparator.naturalOrder();
        }

        @Override
        public Optional<Dimension> codedIn() {
            return Optional.empty();
        }
    }
}
