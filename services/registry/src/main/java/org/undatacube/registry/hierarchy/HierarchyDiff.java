package org.undatacube.registry.hierarchy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.undatacube.codelists.Hierarchy;
import org.undatacube.registry.codelist.CodeListDiff.Field;
import org.undatacube.registry.codelist.Impact;

/**
 * What is another in one state of a hierarchy than in another.
 *
 * @param fields what changed of the hierarchy itself, the order of its groups included
 * @param added codes of the groups that are new
 * @param removed codes of the groups that are not there any more
 * @param changed the groups that differ
 */
public record HierarchyDiff(List<Field> fields, List<String> added, List<String> removed, List<GroupDiff> changed) {

    /** A group that differs, and in what. A membership in other years is one that came and one that went. */
    public record GroupDiff(
            String group,
            List<Field> fields,
            List<Hierarchy.Membership> membersAdded,
            List<Hierarchy.Membership> membersRemoved) {}

    static HierarchyDiff between(HierarchyDocument before, HierarchyDocument after) {
        Map<String, Hierarchy.Group> known = byCode(before);
        Map<String, Hierarchy.Group> wanted = byCode(after);
        List<GroupDiff> changed = new ArrayList<>();
        wanted.forEach((code, group) -> {
            Hierarchy.Group former = known.get(code);
            if (former != null && !former.equals(group)) {
                changed.add(difference(former, group));
            }
        });
        return new HierarchyDiff(
                fields(before, after),
                without(wanted.keySet(), known.keySet()),
                without(known.keySet(), wanted.keySet()),
                changed);
    }

    /** What the change means for who knows the hierarchy as it was. */
    @JsonIgnore
    Impact impact() {
        if (!removed.isEmpty() || changes("exclusive", true, false) || changes("closed", false, true)) {
            return Impact.BREAKING;
        }
        Impact impact = !added.isEmpty() || changes("exclusive", false, true) || changes("closed", true, false)
                ? Impact.WIDENING
                : Impact.WORDING;
        for (GroupDiff group : changed) {
            if (!areCovered(group.membersRemoved(), group.membersAdded())) {
                return Impact.BREAKING;
            }
            if (!areCovered(group.membersAdded(), group.membersRemoved())) {
                impact = Impact.WIDENING;
            }
        }
        return impact;
    }

    private boolean changes(String field, Object from, Object to) {
        return fields.contains(new Field(field, from, to));
    }

    /** Whether each of the memberships is within the years of one of the others. */
    private static boolean areCovered(List<Hierarchy.Membership> memberships, List<Hierarchy.Membership> others) {
        return memberships.stream()
                .allMatch(one -> others.stream()
                        .anyMatch(other -> other.code().equals(one.code())
                                && (other.validFrom() == null
                                        || (one.validFrom() != null && other.validFrom() <= one.validFrom()))
                                && (other.validTo() == null
                                        || (one.validTo() != null && one.validTo() <= other.validTo()))));
    }

    private static List<Field> fields(HierarchyDocument before, HierarchyDocument after) {
        List<Field> fields = new ArrayList<>();
        compare(fields, "owner", before, after, HierarchyDocument::owner);
        compare(fields, "closed", before, after, HierarchyDocument::closed);
        compare(fields, "exclusive", before, after, HierarchyDocument::exclusive);
        compare(fields, "titles", before, after, HierarchyDocument::titles);
        compare(fields, "titleOrigins", before, after, HierarchyDocument::titleOrigins);
        compare(fields, "definition", before, after, HierarchyDocument::definition);
        List<String> formerOrder = new ArrayList<>(byCode(before).keySet());
        List<String> order = new ArrayList<>(byCode(after).keySet());
        formerOrder.retainAll(List.copyOf(order));
        order.retainAll(List.copyOf(formerOrder));
        if (!order.equals(formerOrder)) {
            fields.add(new Field("order", formerOrder, order));
        }
        return fields;
    }

    private static GroupDiff difference(Hierarchy.Group before, Hierarchy.Group after) {
        List<Field> fields = new ArrayList<>();
        compare(fields, "label", before, after, Hierarchy.Group::label);
        compare(fields, "labelOrigin", before, after, Hierarchy.Group::labelOrigin);
        compare(fields, "definition", before, after, Hierarchy.Group::definition);
        compare(fields, "source", before, after, Hierarchy.Group::source);
        return new GroupDiff(
                after.code(),
                fields,
                without(after.members(), before.members()),
                without(before.members(), after.members()));
    }

    private static <T> List<T> without(Collection<T> some, Collection<T> others) {
        Set<T> known = Set.copyOf(others);
        return some.stream().filter(one -> !known.contains(one)).toList();
    }

    private static <T> void compare(List<Field> fields, String name, T before, T after, Function<T, Object> value) {
        Object from = value.apply(before);
        Object to = value.apply(after);
        if (!Objects.equals(from, to)) {
            fields.add(new Field(name, from, to));
        }
    }

    private static Map<String, Hierarchy.Group> byCode(HierarchyDocument document) {
        return document.groups().stream()
                .collect(Collectors.toMap(
                        Hierarchy.Group::code, group -> group, (one, other) -> one, LinkedHashMap::new));
    }
}
