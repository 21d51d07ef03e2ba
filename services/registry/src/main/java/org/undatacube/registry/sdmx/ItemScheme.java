package org.undatacube.registry.sdmx;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A code list, concept scheme or agency scheme.
 *
 * @param isPartial whether it has items that are not said here
 * @param source its items, read where they are wanted
 */
record ItemScheme(Maintainable head, List<Reference> references, boolean isPartial, Supplier<List<Item>> source)
        implements Artefact {

    List<Item> items() {
        return source.get();
    }

    /** The scheme with those of its items that have one of the identifiers. */
    ItemScheme only(Set<String> ids) {
        return new ItemScheme(
                head,
                references,
                true,
                () -> items().stream().filter(item -> ids.contains(item.id())).toList());
    }

    static ItemScheme of(Maintainable head, List<Item> items) {
        List<Reference> references = items.stream()
                .map(Item::representation)
                .filter(Objects::nonNull)
                .map(Item.Representation::codelist)
                .filter(Objects::nonNull)
                .toList();
        return new ItemScheme(head, references, false, () -> items);
    }
}
