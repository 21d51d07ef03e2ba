package org.undatacube.registry.sdmx;

import java.util.List;

/** A cube whose data can be had, and how they are structured. */
record Dataflow(Maintainable head, Reference structure) implements Artefact {

    @Override
    public List<Reference> references() {
        return List.of(structure);
    }
}
