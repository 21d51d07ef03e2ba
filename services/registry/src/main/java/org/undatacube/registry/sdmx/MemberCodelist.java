package org.undatacube.registry.sdmx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.undatacube.codelists.AreaIds;
import org.undatacube.codelists.CodeList;
import org.undatacube.registry.Fingerprint;

/**
 * What the structures of the cubes enumerate: the codes of a list, and their total before them. It has each version of
 * the list; the list itself has no total, which nobody can report.
 */
final class MemberCodelist {
    /** The reference areas: locations under UN M49's codes. */
    static final String AREAS = "CL_AREA_M49";

    private MemberCodelist() {}

    /** The identifier of the members of a dimension that has a list. */
    static String idOf(String list) {
        return list + "_MEMBERS";
    }

    static ItemScheme of(ItemScheme list, Vocabulary vocabulary) {
        Maintainable head = list.head();
        return scheme(head, idOf(head.id()), head.names(), Stream.of(vocabulary.total()), list::items);
    }

    /** @param locations read where it is wanted */
    static ItemScheme ofAreas(Maintainable head, Supplier<CodeList> locations, Vocabulary vocabulary) {
        return scheme(
                head,
                AREAS,
                vocabulary.wording(AREAS).names(),
                Stream.of(vocabulary.total(), vocabulary.world()),
                () -> areas(locations.get()));
    }

    private static List<Item> areas(CodeList locations) {
        AreaIds ids = new AreaIds(locations);
        return CodelistArtefacts.items(locations, ids::id);
    }

    private static ItemScheme scheme(
            Maintainable list, String id, Map<String, String> names, Stream<Item> first, Supplier<List<Item>> codes) {
        List<Item> added = first.toList();
        Maintainable head = new Maintainable(
                ArtefactType.CODELIST,
                Maintainable.AGENCY,
                id,
                list.version(),
                list.isSettled(),
                list.validFrom(),
                names,
                Map.of("en", "What data are keyed by: the codes of " + list.id() + " and their total."),
                list.annotations(),
                Fingerprint.of(list.fingerprint() + names + added));
        return new ItemScheme(head, List.of(), false, () -> {
            List<Item> items = new ArrayList<>(added);
            items.addAll(codes.get());
            return items;
        });
    }
}
