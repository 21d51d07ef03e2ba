package org.undatacube.registry.hierarchy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.codelists.Hierarchy;

/**
 * A hierarchy as it is served, and as it is sent to be kept.
 *
 * @param list the code list whose codes it groups
 * @param owner the identifier of the key that may change it, or {@code reference files}
 * @param closed whether it may no longer be named in questions
 * @param exclusive whether a code is in one group at most in any year
 * @param titles its name by language (ISO 639-1); English is always there
 * @param titleOrigins where each title comes from, as for the labels of codes
 */
@Schema(name = "Hierarchy")
public record HierarchyDocument(
        @Schema(readOnly = true, examples = "sahel-programme")
        String id,

        @Schema(readOnly = true, examples = "locations") String list,

        @Schema(readOnly = true, description = "Semantic", examples = "1.0.0")
        String version,

        @Schema(
                description = "The identifier of the key that may change it, or: reference files. Send your own to take"
                        + " over what is another key's.",
                examples = "7Kq2mZ0a")
        String owner,

        @Schema(description = "Whether it may no longer be named in questions")
        boolean closed,

        @Schema(description = "Whether a code is in one group at most in any year")
        boolean exclusive,

        @Schema(description = "By language; English is needed", examples = "{\"en\": \"Our programmes\"}")
        Map<String, String> titles,

        Map<String, String> titleOrigins,
        String definition,
        List<Hierarchy.Group> groups) {

    public HierarchyDocument {
        // always the same order, as the ETag promises the same bytes
        titles = titles == null ? Map.of() : new TreeMap<>(titles);
        titleOrigins = titleOrigins == null ? Map.of() : new TreeMap<>(titleOrigins);
        groups = groups == null ? List.of() : List.copyOf(groups);
    }

    /** With what does not come from who sends it. */
    HierarchyDocument at(String inList, String as, String of) {
        return new HierarchyDocument(as, inList, "", of, closed, exclusive, titles, titleOrigins, definition, groups);
    }

    HierarchyDocument withVersion(String another) {
        return new HierarchyDocument(
                id, list, another, owner, closed, exclusive, titles, titleOrigins, definition, groups);
    }

    HierarchyDocument asClosed() {
        return new HierarchyDocument(
                id, list, version, owner, true, exclusive, titles, titleOrigins, definition, groups);
    }

    /** With those members alone that belong to their groups in a year. */
    HierarchyDocument inYear(int year) {
        List<Hierarchy.Group> then = groups.stream()
                .map(group -> new Hierarchy.Group(
                        group.code(),
                        group.label(),
                        group.labelOrigin(),
                        group.definition(),
                        group.source(),
                        group.members().stream()
                                .filter(member -> member.holdsIn(year))
                                .toList()))
                .toList();
        return new HierarchyDocument(
                id, list, version, owner, closed, exclusive, titles, titleOrigins, definition, then);
    }

    /** Whether the other says the same, in whatever version. */
    boolean saysTheSameAs(HierarchyDocument other) {
        return withVersion("").equals(other.withVersion(""));
    }

    Hierarchy toHierarchy() {
        return new Hierarchy(id, version, exclusive, titles, definition, groups);
    }
}
