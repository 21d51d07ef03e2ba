package org.undatacube.aggregation.query;

import org.undatacube.aggregation.cube.Measure;

/** By what an answer's cells are sorted. Members come in their code list's own order. */
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
            return measure.code();
        }
    }

    record ByDrilldown(Drilldown drilldown, boolean descending) implements Order {
        @Override
        public String key() {
            return drilldown.key();
        }
    }
}
