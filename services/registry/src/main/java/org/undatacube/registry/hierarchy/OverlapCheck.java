package org.undatacube.registry.hierarchy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Hierarchy;

/**
 * Finds the codes that are twice in a group in the same year and, in an exclusive hierarchy, those that are in two
 * groups, be it by a code above them.
 */
final class OverlapCheck {
    private final CodeList list;
    private final boolean exclusive;
    private final List<Place> places = new ArrayList<>();
    private final Map<String, List<Place>> byCode = new HashMap<>();

    /** Where in the body a membership stands. */
    private record Place(int number, int group, String groupCode, int member, Hierarchy.Membership membership) {
        String pointer() {
            return "/groups/" + group + "/members/" + member;
        }

        boolean sharesAYearWith(Place other) {
            return startsNoLaterThan(other.membership) && other.startsNoLaterThan(membership);
        }

        /** Whether its first year is not after the other's last. */
        private boolean startsNoLaterThan(Hierarchy.Membership other) {
            return membership.validFrom() == null
                    || other.validTo() == null
                    || membership.validFrom() <= other.validTo();
        }
    }

    OverlapCheck(CodeList list, HierarchyDocument hierarchy) {
        this.list = list;
        this.exclusive = hierarchy.exclusive();
        for (int index = 0; index < hierarchy.groups().size(); index++) {
            Hierarchy.Group group = hierarchy.groups().get(index);
            for (int member = 0; member < group.members().size(); member++) {
                Hierarchy.Membership membership = group.members().get(member);
                Place place = new Place(places.size(), index, group.code(), member, membership);
                places.add(place);
                byCode.computeIfAbsent(membership.code(), code -> new ArrayList<>())
                        .add(place);
            }
        }
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Place place : places) {
            list.find(place.membership().code()).stream()
                    .flatMap(code -> list.path(code).stream())
                    .map(Code::code)
                    .flatMap(code -> byCode.getOrDefault(code, List.of()).stream())
                    .filter(other -> clash(place, other))
                    .findFirst()
                    .ifPresent(other -> findings.add(finding(place, other)));
        }
        return findings;
    }

    /** Of two memberships of one code the later clashes with the earlier, so that each clash is found once. */
    private boolean clash(Place place, Place other) {
        boolean sameCode = place.membership().code().equals(other.membership().code());
        boolean sameGroup = place.group() == other.group();
        if (sameCode && other.number() >= place.number()) {
            return false;
        }
        return (sameGroup ? sameCode : exclusive) && place.sharesAYearWith(other);
    }

    private static Finding finding(Place place, Place other) {
        String code = place.membership().code();
        String above = other.membership().code();
        String subject = code.equals(above) ? code + " is" : code + " is below " + above + ", which is";
        String rule = place.group() == other.group()
                ? "give each member's years once."
                : "in an exclusive hierarchy a code is in one group at a time.";
        return new Finding(
                place.pointer(),
                code,
                subject + " in " + other.groupCode() + " in some of the same years (" + other.pointer() + "); " + rule,
                null);
    }
}
