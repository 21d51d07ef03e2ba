package org.undatacube.registry.seeding;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.codelists.Hierarchy;
import org.undatacube.registry.codelist.Provenance;
import org.undatacube.registry.hierarchy.HierarchyDocument;
import org.undatacube.registry.listfile.Labels;

/** The shipped hierarchies: {@code hierarchies.csv}, with {@code groups.csv} and {@code group-members.csv}. */
final class ReferenceHierarchies {
    private record HierarchyKey(String list, String hierarchy) {
        HierarchyKey(NamedCsvRecord row) {
            this(row.getField("list"), row.getField("hierarchy"));
        }
    }

    private record GroupKey(HierarchyKey hierarchy, String group) {
        GroupKey(NamedCsvRecord row) {
            this(new HierarchyKey(row), row.getField("group"));
        }
    }

    private final Map<GroupKey, List<Hierarchy.Membership>> members = new HashMap<>();
    private final Map<HierarchyKey, List<Hierarchy.Group>> groups = new HashMap<>();

    private ReferenceHierarchies() {
        ReferenceFiles.read(
                "group-members",
                row -> members.computeIfAbsent(new GroupKey(row), group -> new ArrayList<>())
                        .add(new Hierarchy.Membership(
                                row.getField("code"),
                                ReferenceFiles.year(row, "valid_from"),
                                ReferenceFiles.year(row, "valid_to"),
                                ReferenceFiles.optional(row, "source").orElse(null))));
        ReferenceFiles.read(
                "groups",
                row -> groups.computeIfAbsent(new HierarchyKey(row), hierarchy -> new ArrayList<>())
                        .add(group(row)));
    }

    /** All of them, in the order of their file. */
    static List<HierarchyDocument> read() {
        ReferenceHierarchies files = new ReferenceHierarchies();
        List<HierarchyDocument> hierarchies = ReferenceFiles.read("hierarchies", files::hierarchy);
        if (!files.groups.isEmpty() || !files.members.isEmpty()) {
            throw new IllegalStateException(
                    "Nothing has these groups and members: " + files.groups.keySet() + " " + files.members.keySet());
        }
        return hierarchies;
    }

    private HierarchyDocument hierarchy(NamedCsvRecord row) {
        Labels titles = ReferenceFiles.labels(row, "title");
        HierarchyKey key = new HierarchyKey(row);
        return new HierarchyDocument(
                key.hierarchy(),
                key.list(),
                "",
                Provenance.REFERENCE_FILES,
                false,
                Boolean.parseBoolean(row.getField("exclusive")),
                titles.texts(),
                titles.origins(),
                ReferenceFiles.optional(row, "definition").orElse(null),
                groups.remove(key));
    }

    private Hierarchy.Group group(NamedCsvRecord row) {
        Labels labels = ReferenceFiles.labels(row, "label");
        return new Hierarchy.Group(
                row.getField("group"),
                labels.texts(),
                labels.origins(),
                ReferenceFiles.optional(row, "definition").orElse(null),
                ReferenceFiles.optional(row, "source").orElse(null),
                members.remove(new GroupKey(row)));
    }
}
