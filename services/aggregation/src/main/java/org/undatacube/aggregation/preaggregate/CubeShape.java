package org.undatacube.aggregation.preaggregate;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;

/**
 * A cube's dimensions by their positions, the entity at 0. A subset of them is a number with a bit for each but the
 * entity, which every subset has: the lowest is that of position 1.
 */
final class CubeShape {
    private static final Map<Flow, CubeShape> SHAPES = new EnumMap<>(Flow.class);

    static {
        Stream.of(Flow.values()).forEach(flow -> SHAPES.put(flow, new CubeShape(flow)));
    }

    private final Flow flow;
    private final List<Dimension> dimensions;

    private CubeShape(Flow flow) {
        this.flow = flow;
        this.dimensions = CubeDimensions.of(flow);
    }

    static CubeShape of(Flow flow) {
        return SHAPES.get(flow);
    }

    Flow flow() {
        return flow;
    }

    int positions() {
        return dimensions.size();
    }

    Dimension dimension(int position) {
        return dimensions.get(position);
    }

    int position(Dimension dimension) {
        return dimensions.indexOf(dimension);
    }

    /** How many subsets there are. */
    int subsets() {
        return 1 << (dimensions.size() - 1);
    }

    int subset(DimensionSet some) {
        int subset = 0;
        for (Dimension dimension : some.dimensions()) {
            if (dimension != Dimension.ENTITY) {
                subset |= 1 << (position(dimension) - 1);
            }
        }
        return subset;
    }

    DimensionSet dimensionsOf(int subset) {
        Set<Dimension> some = EnumSet.noneOf(Dimension.class);
        for (int position = 0; position < positions(); position++) {
            if (has(subset, position)) {
                some.add(dimension(position));
            }
        }
        return new DimensionSet(some);
    }

    static boolean has(int subset, int position) {
        return position == 0 || (subset & (1 << (position - 1))) != 0;
    }

    static boolean contains(int subset, int other) {
        return (subset & other) == other;
    }
}
