package org.undatacube.registry.sdmx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
        Vocabulary.Wording wording = new Vocabulary.Wording(
                head.names(), Map.of("en", "What data are keyed by: the codes of " + head.id() + " and their total."));
        return scheme(head, idOf(head.id()), wording, List.of(vocabulary.total()), list::items);
    }

    /** @param locations read where it is wanted */
    static ItemScheme ofAreas(Maintainable head, Supplier<CodeList> locations, Vocabulary vocabulary) {
        return scheme(
                head,
                AREAS,
                vocabulary.wording(AREAS),
                List.of(vocabulary.total(), vocabulary.world()),
                () -> areas(locations.get()));
    }

    private static List<Item> areas(CodeList locations) {
        AreaIds ids = new AreaIds(locations);
        return CodelistArtefacts.items(locations, ids::id);
    }

    private static ItemScheme scheme(
            Maintainable list, String id, Vocabulary.Wording wording, List<Item> added, Supplier<List<Item>> codes) {
        List<Annotation> annotations = new ArrayList<>(list.annotations());
        annotations.add(Annotation.value("DERIVED_FROM", list.urn()));
        Maintainable head = new Maintainable(
                ArtefactType.CODELIST,
                Maintainable.AGENCY,
                id,
                list.version(),
                list.isSettled(),
                list.validFrom(),
                wording.names(),
                wording.description(),
                annotations,
                Fingerprint.of(list.fingerprint() + wording + added));
        return new ItemScheme(head, List.of(), false, () -> {
            List<Item> items = new ArrayList<>(added);
            items.addAll(codes.get());
            return items;
        });
    }
}
