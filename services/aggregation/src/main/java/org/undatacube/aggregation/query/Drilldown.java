package org.undatacube.aggregation.query;

import java.util.Optional;
import org.undatacube.codelists.Dimension;

/** One column of an answer's cells: by what the lines are grouped. */
public sealed interface Drilldown {
    /** How it is written in a question and called in an answer, e.g. {@code sdg.goal}. */
    String key();

    /** The dimension that a breakdown must give for it; empty where every breakdown does. */
    Optional<Dimension> needs();

    /** By the members on one level of a dimension. */
    record ByLevel(Dimension dimension, String level) implements Drilldown {
        @Override
        public String key() {
            return dimension.code() + "." + level;
        }

        @Override
        public Optional<Dimension> needs() {
            return Optional.of(dimension).filter(needed -> needed != Dimension.ENTITY);
        }
    }

    /** By the groups of a hierarchy: a line is shown under each that it is in in its year. */
    record ByGroup(Dimension dimension, String hierarchy) implements Drilldown {
        @Override
        public String key() {
            return dimension.code() + "." + hierarchy;
        }

        @Override
        public Optional<Dimension> needs() {
            return Optional.of(dimension).filter(needed -> needed != Dimension.ENTITY);
        }
    }

    record ByYear() implements Drilldown {
        static final String KEY = "year";

        @Override
        public String key() {
            return KEY;
        }

        @Override
        public Optional<Dimension> needs() {
            return Optional.empty();
        }
    }
}
