package org.undatacube.registry.codelist;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.undatacube.codelists.Code;

/**
 * A list as the project ships it.
 *
 * @param hash another where anything that the reference files say of the list is another
 * @param codes read where they are wanted, as most starts find nothing new
 */
public record ReferenceList(
        String id,
        Map<String, String> titles,
        String standard,
        List<String> levels,
        String hash,
        Supplier<List<Code>> codes) {}
