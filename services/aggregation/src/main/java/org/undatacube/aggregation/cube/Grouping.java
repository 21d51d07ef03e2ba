package org.undatacube.aggregation.cube;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Hierarchy;

/** A hierarchy of named groups laid over its code list: which codes are in which group in which years. */
public final class Grouping {
    /** Stands for the lines that are in none of the groups. No group has this code. */
    public static final String NO_GROUP = "-";

    private static final String NO_GROUP_LABEL = "In no group";
    private final Hierarchy hierarchy;
    private final Map<String, List<Stay>> staysByCode;
    private final boolean overlaps;

    /**
     * That a code, itself or by one above it, is in a group. Of one code and group the years of several stays are apart.
     */
    record Stay(String code, String group, YearRange years) {}

    Grouping(Hierarchy hierarchy, CodeList list) {
        this.hierarchy = hierarchy;
        this.staysByCode = stays(hierarchy, list).stream().collect(Collectors.groupingBy(Stay::code));
        this.overlaps = staysByCode.values().stream().anyMatch(Grouping::overlap);
    }

    public Hierarchy hierarchy() {
        return hierarchy;
    }

    /** Codes of the groups, in the hierarchy's own order. */
    public List<String> groups() {
        return hierarchy.groups().stream().map(Hierarchy.Group::code).toList();
    }

    /** The hierarchy's own order of groups; {@link #NO_GROUP} comes last. */
    public Comparator<String> order() {
        List<String> groups = groups();
        return Comparator.comparingInt(group -> groups.contains(group) ? groups.indexOf(group) : groups.size());
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

    /** The groups of a code, by itself or by one above it; empty where it is in none. */
    List<Stay> staysOf(String code) {
        return staysByCode.getOrDefault(code, List.of());
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
        for (Hierarchy.Group group : hierarchy.groups()) {
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
                    stays.add(new Stay(code.code(), group.code(), range));
                }
            }
        }
        return List.copyOf(stays);
    }

    private static YearRange years(Hierarchy.Membership member) {
        return new YearRange(
                member.validFrom() == null ? YearRange.ALWAYS.first() : member.validFrom(),
                member.validTo() == null ? YearRange.ALWAYS.last() : member.validTo());
    }
}
