package org.undatacube.registry.codelist;

import java.util.Comparator;
import org.undatacube.codelists.Code;

/**
 * A code at its place in the list.
 *
 * @param position grows along the list, with gaps; what the reference files do not have comes after what they have
 */
record PlacedCode(int position, Code code) {
    /** Where the codes begin that came in by an import or a request. */
    static final int AFTER_REFERENCE = 1_000_000;

    static final Comparator<PlacedCode> IN_ORDER = Comparator.comparingInt(PlacedCode::position)
            .thenComparing(placed -> placed.code().code());
}
