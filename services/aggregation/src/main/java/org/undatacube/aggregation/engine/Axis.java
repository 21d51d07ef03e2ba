package org.undatacube.aggregation.engine;

import java.util.Optional;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.codelists.Dimension;

/** By what lines are put together. */
public sealed interface Axis {
    /** The dimension in which lines must be coded; empty where all have a key. */
    Optional<Dimension> dimension();

    /** By their year, whose key is its four digits. */
    record Year() implements Axis {
        @Override
        public Optional<Dimension> dimension() {
            return Optional.empty();
        }
    }

    /** By their breakdown, whose key is its number. Nothing that is added up already tells it. */
    record Breakdown() implements Axis {
        @Override
        public Optional<Dimension> dimension() {
            return Optional.empty();
        }
    }

    /** By the keys under which a projection shows them; a line that it shows under several is counted under each. */
    record Projected(Projection projection) implements Axis {
        @Override
        public Optional<Dimension> dimension() {
            return Optional.of(projection.dimension());
        }
    }
}
