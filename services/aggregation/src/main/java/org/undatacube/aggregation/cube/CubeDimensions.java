package org.undatacube.aggregation.cube;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/** The dimensions of a cube besides the year. */
public final class CubeDimensions {
    private CubeDimensions() {}

    /** The entity, which every line has, and then those of the flow in the standards' order. */
    public static List<Dimension> of(Flow cube) {
        return Stream.concat(Stream.of(Dimension.ENTITY), cube.dimensions().stream())
                .toList();
    }

    public static Optional<Dimension> find(Flow cube, String name) {
        return of(cube).stream()
                .filter(dimension -> dimension.code().equals(name))
                .findFirst();
    }
}
