package org.undatacube.aggregation.engine;

import java.util.List;
import org.undatacube.codelists.DimensionSet;

/** By which way an engine adds up. */
public sealed interface Route {
    /** By going through the store. */
    record Scan() implements Route {}

    /**
     * From what is added up already.
     *
     * @param cuboids those that are read, each for some of the breakdowns
     * @param rows how many of their rows are of the breakdowns and years that were asked for
     */
    record PreAggregate(List<Cuboid> cuboids, long rows) implements Route {
        public PreAggregate {
            cuboids = List.copyOf(cuboids);
        }
    }

    /**
     * Lines by some of their dimensions.
     *
     * @param dimensions which codes a row still has besides its year; the entity's always
     * @param merged whether lines of equal codes are one row; else each line is a row of its own
     */
    record Cuboid(DimensionSet dimensions, boolean merged) {}
}
