package org.undatacube.aggregation.cube;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.undatacube.codelists.Flow;

/** The measures that can be asked of a cube. */
public final class CubeMeasures {
    private CubeMeasures() {}

    /** All but those against a base year, which are too many to list. */
    public static List<Measure> of(Flow cube, Members members) {
        Stream<Measure> ofCells = Stream.of(Measure.Plain.values());
        Stream<Measure> shares = Stream.of(Measure.Share.values());
        Stream<Measure> byYears = Stream.of(
                new Measure.Change(false, Optional.empty()),
                new Measure.Change(true, Optional.empty()),
                new Measure.Cumulative());
        Stream<Measure> distinct = CubeDimensions.of(cube).stream()
                .flatMap(dimension ->
                        members.levels(dimension).stream().map(level -> new Measure.Distinct(dimension, level)));
        return Stream.of(ofCells, shares, byYears, distinct)
                .flatMap(some -> some)
                .toList();
    }
}
