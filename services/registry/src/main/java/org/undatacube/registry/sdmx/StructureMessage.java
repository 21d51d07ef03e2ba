package org.undatacube.registry.sdmx;

import java.time.Instant;
import java.util.List;

/**
 * An answer before it is in any format.
 *
 * @param id the same for the same content
 * @param prepared when it was put together
 * @param api through which it was asked for, and where artefacts can be asked for whole
 * @param found in the order of a message
 */
record StructureMessage(String id, Instant prepared, Api api, List<StructureSearch.Found> found) {

    List<StructureSearch.Found> found(ArtefactType type) {
        return found.stream()
                .filter(candidate -> candidate.artefact().head().type() == type)
                .toList();
    }
}
