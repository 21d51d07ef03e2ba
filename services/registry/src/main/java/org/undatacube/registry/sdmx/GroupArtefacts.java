package org.undatacube.registry.sdmx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.codelists.Hierarchy;
import org.undatacube.codelists.Hierarchy.Group;
import org.undatacube.codelists.Hierarchy.Membership;
import org.undatacube.codelists.SdmxId;
import org.undatacube.registry.Fingerprint;

/**
 * A hierarchy of named groups as artefacts. SDMX puts only codes into a hierarchy, so the groups are a code list of their
 * own, and the hierarchy puts the members from the list's latest version below them.
 */
final class GroupArtefacts {
    private final Maintainable list;
    private final Hierarchy hierarchy;
    private final String name;

    /** @param list the latest version of the list that the members are from */
    GroupArtefacts(Maintainable list, Hierarchy hierarchy) {
        this.list = list;
        this.hierarchy = hierarchy;
        this.name = list.id().replaceFirst("^CL_", "") + "_" + Maintainable.idOf(hierarchy.id());
    }

    ItemScheme groups() {
        List<Item> items = hierarchy.groups().stream().map(GroupArtefacts::item).toList();
        return ItemScheme.of(head(ArtefactType.CODELIST, "CL_" + name, true), items);
    }

    CodeHierarchy memberships() {
        Reference groups = Reference.to(groups().head());
        Reference members = Reference.toLatest(list);
        return new CodeHierarchy(
                head(ArtefactType.HIERARCHY, "H_" + name, false),
                List.of(groups, members),
                List.of(),
                () -> hierarchy.groups().stream()
                        .map(group -> node(group, groups, members))
                        .toList());
    }

    private Maintainable head(ArtefactType type, String id, boolean isSettled) {
        return new Maintainable(
                type,
                Maintainable.AGENCY,
                id,
                hierarchy.version(),
                isSettled,
                null,
                hierarchy.titles(),
                hierarchy.definition() == null ? Map.of() : Map.of("en", hierarchy.definition()),
                List.of(Annotation.value("EXCLUSIVE", hierarchy.exclusive())),
                Fingerprint.of(hierarchy + list.version()));
    }

    private static Item item(Group group) {
        List<Annotation> annotations = new ArrayList<>();
        annotations.add(Annotation.value("ORIGINAL_CODE", group.code()));
        if (group.source() != null) {
            annotations.add(Annotation.text("SOURCE", group.source()));
        }
        return new Item(
                SdmxId.of(group.code()),
                group.label(),
                group.definition() == null ? Map.of() : Map.of("en", group.definition()),
                null,
                annotations,
                null);
    }

    private static CodeHierarchy.Node node(Group group, Reference groups, Reference members) {
        String id = SdmxId.of(group.code());
        Map<String, Integer> times = new HashMap<>();
        List<CodeHierarchy.Node> children = new ArrayList<>();
        for (Membership membership : group.members()) {
            String code = SdmxId.of(membership.code());
            int time = times.merge(code, 1, Integer::sum);
            children.add(new CodeHierarchy.Node(
                    place(id, code, time),
                    members,
                    code,
                    membership.validFrom(),
                    membership.validTo(),
                    null,
                    membership.source() == null ? List.of() : List.of(Annotation.text("SOURCE", membership.source())),
                    List.of()));
        }
        return new CodeHierarchy.Node(id, groups, id, null, null, null, List.of(), children);
    }

    /**
     * The identifier of a place, of which a code can have several: in several groups and, once it has come back, in one.
     * What joins its parts is in no identifier of a code.
     */
    private static String place(String group, String code, int time) {
        return group + "$-" + code + (time == 1 ? "" : "$-" + time);
    }
}
