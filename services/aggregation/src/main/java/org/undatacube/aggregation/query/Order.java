package org.undatacube.aggregation.query;

import org.undatacube.aggregation.cube.Measure;

/** By what an answer's cells are sorted. */
public sealed interface Order {
    boolean descending();

    /** How it is written in a question, without direction. */
    String key();

    default String text() {
        return descending() ? "-" + key() : key();
    }

    record ByMeasure(Measure measure, boolean descending) implements Order {
        @Override
        public String key() {
            return measure.key();
        }
    }

    /** Members come in their code list's own order, groups in their hierarchy's. */
    record ByDrilldown(Drilldown drilldown, boolean descending) implements Order {
        @Override
        public String key() {
            return drilldown.key();
        }
    }

    /** By the names, in the answer's language, of the members or groups. */
    record ByLabel(Drilldown drilldown, boolean descending) implements Order {
        static final String LABEL = ".label";

        @Override
        public String key() {
            return drilldown.key() + LABEL;
        }
    }
}
