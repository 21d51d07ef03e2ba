package org.undatacube.aggregation.profile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/** Of what there are profiles. */
enum Kind {
    ENTITY(Dimension.ENTITY),
    COUNTRY(Dimension.LOCATION),
    SDG(Dimension.SDG),
    CONTRIBUTOR(Dimension.CONTRIBUTOR);

    private final Dimension dimension;

    Kind(Dimension dimension) {
        this.dimension = dimension;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Dimension dimension() {
        return dimension;
    }

    /** The cubes that have its dimension. */
    List<Flow> cubes() {
        return Stream.of(Flow.values())
                .filter(cube -> CubeDimensions.of(cube).contains(dimension))
                .toList();
    }

    static List<String> codes() {
        return Stream.of(values()).map(Kind::code).toList();
    }

    static Optional<Kind> find(String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
