package org.undatacube.aggregation.cube;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.Hierarchy;
import org.undatacube.http.Language;

/** A hierarchy of named groups laid over its code list: which codes are in which group in which years. */
public final class Grouping {
    /** Stands for the lines that are in none of the groups. No group has this code. */
    public static final String NO_GROUP = "-";

    private final Hierarchy hierarchy;
    private final List<String> groups;
    private final Map<String, Integer> places = new HashMap<>();
    /** By code and group the years in which the code itself is a member. */
    private final Map<String, Map<String, List<YearRange>>> memberships = new HashMap<>();

    Grouping(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
        this.groups = hierarchy.groups().stream().map(Hierarchy.Group::code).toList();
        for (Hierarchy.Group group : hierarchy.groups()) {
            places.put(group.code(), places.size());
            group.members()
                    .forEach(member -> memberships
                            .computeIfAbsent(member.code(), code -> new LinkedHashMap<>())
                            .computeIfAbsent(group.code(), code -> new ArrayList<>())
                            .add(years(member)));
        }
    }

    public Hierarchy hierarchy() {
        return hierarchy;
    }

    /** Codes of the groups, in the hierarchy's own order. */
    public List<String> groups() {
        return groups;
    }

    /** The hierarchy's own order of groups; {@link #NO_GROUP} comes last. */
    public Comparator<String> order() {
        return Comparator.comparingInt(group -> places.getOrDefault(group, groups.size()));
    }

    /** The group that a text means, in upper or lower case, or {@link #NO_GROUP}. */
    public Optional<String> find(String text) {
        return text.equals(NO_GROUP)
                ? Optional.of(NO_GROUP)
                : groups.stream().filter(group -> group.equalsIgnoreCase(text)).findFirst();
    }

    /** The name, in English where there is none in the language. */
    public String label(String group, Language language) {
        return group.equals(NO_GROUP)
                ? Wording.NO_GROUP.in(language)
                : hierarchy
                        .find(group)
                        .map(found -> found.labelIn(language.code()))
                        .orElse(group);
    }

    /** The groups in which any of some codes is, and in which years; of each group they are apart. */
    Map<String, List<YearRange>> yearsByGroup(List<Code> path) {
        Map<String, List<YearRange>> years = new LinkedHashMap<>();
        for (Code step : path) {
            memberships
                    .getOrDefault(step.code(), Map.of())
                    .forEach((group, its) -> years.computeIfAbsent(group, code -> new ArrayList<>())
                            .addAll(its));
        }
        years.replaceAll((group, its) -> YearRange.union(its));
        return years;
    }

    private static YearRange years(Hierarchy.Membership member) {
        return new YearRange(
                member.validFrom() == null ? YearRange.ALWAYS.first() : member.validFrom(),
                member.validTo() == null ? YearRange.ALWAYS.last() : member.validTo());
    }
}
