package org.undatacube.registry.sdmx;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something that is maintained and versioned as a whole. */
sealed interface Artefact permits ItemScheme, CodeHierarchy, DataStructure, Dataflow {

    Maintainable head();

    /** The artefacts that it refers to. */
    List<Reference> references();

    /** The items of a scheme to which it refers that it uses; empty where that is all of them. */
    default Optional<Set<String>> used(Maintainable scheme) {
        return Optional.empty();
    }
}
