package org.undatacube.registry.sdmx;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One code of a code list, one concept or one agency.
 *
 * @param names by language; English is always there
 * @param descriptions by language
 * @param parent the item above it, or null
 * @param representation a concept's; null for other items
 */
record Item(
        String id,
        Map<String, String> names,
        Map<String, String> descriptions,
        String parent,
        List<Annotation> annotations,
        Representation representation) {

    Item with(Annotation annotation) {
        List<Annotation> more =
                Stream.concat(annotations.stream(), Stream.of(annotation)).toList();
        return new Item(id, names, descriptions, parent, more, representation);
    }

    /**
     * What values of a concept look like.
     *
     * @param codelist the list that they are from, or null
     * @param textType SDMX's name for what they are where they are from no list, or null
     */
    record Representation(Reference codelist, String textType) {}
}
