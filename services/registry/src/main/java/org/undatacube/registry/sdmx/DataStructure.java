package org.undatacube.registry.sdmx;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an observation of a cube consists of.
 *
 * @param concepts the scheme that has a concept for each component, of the same identifier
 * @param dimensions in the order of keys, without time
 */
record DataStructure(
        Maintainable head,
        Reference concepts,
        List<Component> dimensions,
        Component time,
        Component measure,
        List<Attribute> attributes)
        implements Artefact {

    /** Something that an observation has a value of. */
    record Component(String id, Item.Representation representation) {}

    /**
     * What is said beside the measure.
     *
     * @param isOfObservation whether each observation has a value of its own; otherwise the whole dataset has one
     */
    record Attribute(Component component, boolean isMandatory, boolean isOfObservation) {}

    @Override
    public List<Reference> references() {
        Stream<Reference> lists = components()
                .map(component -> component.representation().codelist())
                .filter(Objects::nonNull)
                .distinct();
        return Stream.concat(Stream.of(concepts), lists).toList();
    }

    @Override
    public Optional<Set<String>> used(Maintainable scheme) {
        return concepts.means(scheme)
                ? Optional.of(components().map(Component::id).collect(Collectors.toUnmodifiableSet()))
                : Optional.empty();
    }

    private Stream<Component> components() {
        return Stream.of(
                        dimensions.stream(),
                        Stream.of(time, measure),
                        attributes.stream().map(Attribute::component))
                .flatMap(part -> part);
    }
}
