package org.undatacube.aggregation.ask;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;
import org.undatacube.codelists.NearestSpellings;
import org.undatacube.http.Problem;

/** The names in the addresses of cubes and dimensions. */
public final class Cubes {
    static final String YEAR = "year";

    private Cubes() {}

    /** @throws Problem (404) where there is no such cube */
    public static Flow require(String name) {
        return Flow.find(name)
                .orElseThrow(() -> notFound(
                        "There is no cube " + name,
                        name,
                        Stream.of(Flow.values()).map(Flow::code).toList()));
    }

    /** @throws Problem (404) where the cube has no such dimension */
    static Dimension requireDimension(Flow cube, String name) {
        return CubeDimensions.find(cube, name)
                .orElseThrow(() -> notFound(
                        "The " + cube.code() + " cube has no dimension " + name,
                        name,
                        Stream.concat(CubeDimensions.of(cube).stream().map(Dimension::code), Stream.of(YEAR))
                                .toList()));
    }

    private static Problem notFound(String detail, String name, List<String> right) {
        List<String> nearest = NearestSpellings.find(right, name, 1);
        String listed = right.stream().collect(Collectors.joining(", "));
        return Problem.notFound(detail + "; there are " + listed + ".")
                .with("value", name)
                .with("expected", right)
                .with("nearest", nearest.isEmpty() ? null : nearest);
    }
}
