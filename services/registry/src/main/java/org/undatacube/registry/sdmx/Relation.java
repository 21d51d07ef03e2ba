package org.undatacube.registry.sdmx;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The words of the parameter {@code references} that are no type: which artefacts come with what is asked for. */
enum Relation {
    NONE,
    PARENTS,
    PARENTSANDSIBLINGS,
    ANCESTORS,
    CHILDREN,
    DESCENDANTS,
    ALL;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Relation> find(String word) {
        return Stream.of(values())
                .filter(relation -> relation.word().equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Stream.of(values()).map(Relation::word).toList();
    }
}
