package org.undatacube.registry.hierarchy;

import java.time.Instant;
import java.util.Map;
import org.undatacube.codelists.Hierarchy;

/**
 * One line of the list of a code list's hierarchies.
 *
 * @param changedAt since when this version is in force
 * @param groups how many there are
 * @param members how many different codes are in any of them in any year
 * @param href where it is
 */
public record HierarchySummary(
        String id,
        String version,
        Instant changedAt,
        String owner,
        boolean closed,
        boolean exclusive,
        Map<String, String> titles,
        int groups,
        long members,
        String href) {

    static HierarchySummary of(HierarchySnapshot snapshot) {
        HierarchyDocument document = snapshot.document();
        return new HierarchySummary(
                document.id(),
                document.version(),
                snapshot.madeAt(),
                document.owner(),
                document.closed(),
                document.exclusive(),
                document.titles(),
                document.groups().size(),
                document.groups().stream()
                        .flatMap(group -> group.members().stream())
                        .map(Hierarchy.Membership::code)
                        .distinct()
                        .count(),
                HierarchyResource.address(document.list(), document.id()));
    }
}
