package org.undatacube.registry.sdmx;

import java.util.List;

/** Something that is maintained and versioned as a whole. */
sealed interface Artefact permits ItemScheme, CodeHierarchy {

    Maintainable head();

    /** The code lists that it refers to. */
    List<CodelistReference> references();
}
