package org.undatacube.aggregation.sdmx;

import java.util.List;
import java.util.stream.Stream;

/**
 * How much is told of what is found.
 *
 * @param hasObservations whether observations are told at all, rather than the series alone
 * @param hasValues whether observations' values are
 * @param ofDataSet the attributes that are told of the whole
 * @param ofObservations the attributes that are told of each observation, in the structure's order
 */
record Content(boolean hasObservations, boolean hasValues, List<Attribute> ofDataSet, List<Attribute> ofObservations) {
    static final Content FULL = of(true, true, List.of(Attribute.values()));

    static Content of(boolean hasObservations, boolean hasValues, List<Attribute> attributes) {
        return new Content(
                hasObservations,
                hasValues,
                attributes.stream().filter(Attribute::isOfDataSet).sorted().toList(),
                attributes.stream()
                        .filter(attribute -> !attribute.isOfDataSet())
                        .sorted()
                        .toList());
    }

    /** What an observation says, so that two that say the same can be found. */
    List<String> of(Observation observation) {
        return Stream.concat(
                        Stream.of(hasValues ? observation.value().toString() : ""),
                        ofObservations.stream().map(attribute -> attribute.of(observation)))
                .toList();
    }
}
