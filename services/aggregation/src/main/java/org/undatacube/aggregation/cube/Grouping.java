package org.undatacube.aggregation.cube;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Hierarchy;

/** A hierarchy of named groups laid over its code list: which codes are in which group in which years. */
public final class Grouping {
    /** Stands for the lines that are in none of the groups. No group has this code. */
    public static final String NO_GROUP = "-";

    private static final String NO_GROUP_LABEL = "In no group";
    private static final int ALWAYS = 0;
    private static final int FOR_EVER = 9999;

    private final Hierarchy hierarchy;
    private final List<Stay> stays;
    private final Map<String, List<Stay>> staysByCode;
    private final boolean overlaps;

    /**
     * That a code, itself or by one above it, is in a group. Of one code and group the years of several stays are apart.
     *
     * @param position the group's place in its hierarchy
     */
    public record Stay(String code, String group, int position, YearRange years) {}

    Grouping(Hierarchy hierarchy, CodeList list) {
        this.hierarchy = hierarchy;
        this.stays = stays(hierarchy, list);
        this.staysByCode = stays.stream().collect(Collectors.groupingBy(Stay::code));
        this.overlaps = staysByCode.values().stream().anyMatch(Grouping::overlap);
    }

    public Hierarchy hierarchy() {
        return hierarchy;
    }

    public List<Stay> stays() {
        return stays;
    }

    /** Codes of the groups, in the hierarchy's own order. */
    public List<String> groups() {
        return hierarchy.groups().stream().map(Hierarchy.Group::code).toList();
    }

    /** The group that a text means, in upper or lower case, or {@link #NO_GROUP}. */
    public Optional<String> find(String text) {
        return text.equals(NO_GROUP)
                ? Optional.of(NO_GROUP)
                : groups().stream()
                        .filter(group -> group.equalsIgnoreCase(text))
                        .findFirst();
    }

    /** The English name. */
    public String label(String group) {
        return group.equals(NO_GROUP)
                ? NO_GROUP_LABEL
                : hierarchy.find(group).map(Hierarchy.Group::englishLabel).orElse(group);
    }

    /** Whether a line with this code is, in a year, in one of the groups, among which may be {@link #NO_GROUP}. */
    public boolean isIn(String code, int year, Collection<String> groups) {
        Set<String> its = staysByCode.getOrDefault(code, List.of()).stream()
                .filter(stay -> stay.years().contains(year))
                .map(Stay::group)
                .collect(Collectors.toSet());
        return its.isEmpty() ? groups.contains(NO_GROUP) : groups.stream().anyMatch(its::contains);
    }

    /** Whether a line can be in two groups, so that the groups' figures do not add up to the whole. */
    public boolean overlaps() {
        return overlaps;
    }

    private static boolean overlap(List<Stay> ofOneCode) {
        return ofOneCode.stream()
                .anyMatch(stay -> ofOneCode.stream()
                        .anyMatch(other -> !other.group().equals(stay.group())
                                && other.years().sharesAYearWith(stay.years())));
    }

    private static List<Stay> stays(Hierarchy hierarchy, CodeList list) {
        List<Stay> stays = new ArrayList<>();
        for (int position = 0; position < hierarchy.groups().size(); position++) {
            Hierarchy.Group group = hierarchy.groups().get(position);
            Map<String, List<YearRange>> memberships = new LinkedHashMap<>();
            group.members()
                    .forEach(member -> memberships
                            .computeIfAbsent(member.code(), code -> new ArrayList<>())
                            .add(years(member)));
            for (Code code : list.codes()) {
                List<YearRange> years = list.path(code).stream()
                        .flatMap(step -> memberships.getOrDefault(step.code(), List.of()).stream())
                        .toList();
                for (YearRange range : YearRange.union(years)) {
                    stays.add(new Stay(code.code(), group.code(), position, range));
                }
            }
        }
        return List.copyOf(stays);
    }

    private static YearRange years(Hierarchy.Membership member) {
        return new YearRange(
                member.validFrom() == null ? ALWAYS : member.validFrom(),
                member.validTo() == null ? FOR_EVER : member.validTo());
    }
}
