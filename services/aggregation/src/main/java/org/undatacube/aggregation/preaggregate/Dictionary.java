package org.undatacube.aggregation.preaggregate;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.undatacube.codelists.Dimension;

/** The numbered codes of every dimension, the same in all cubes. */
final class Dictionary {
    private final Map<Dimension, Codes> codes = new EnumMap<>(Dimension.class);

    Dictionary() {
        Stream.of(Dimension.values()).forEach(dimension -> codes.put(dimension, new Codes()));
    }

    Codes of(Dimension dimension) {
        return codes.get(dimension);
    }
}
