package org.undatacube.aggregation.answer.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Hierarchy;

/** Where codes stand in their lists and groups, as classified then or recast. */
final class Codes {
    static final String NONE = "-";

    private final Material material;
    private final Integer recastTo;
    private final Map<List<Object>, List<String>> known = new HashMap<>();

    Codes(Material material, Integer recastTo) {
        this.material = material;
        this.recastTo = recastTo;
    }

    /** Under what lines are shown in a drilldown: one key, but several where they are in several groups. */
    List<String> keys(String drilldown, String code, int year) {
        return known.computeIfAbsent(List.of(drilldown, code, year), key -> findKeys(drilldown, code, year));
    }

    private List<String> findKeys(String drilldown, String code, int year) {
        Dimension dimension = dimensionOf(drilldown);
        return isByGroup(drilldown)
                ? groups(dimension, levelOf(drilldown), code, year)
                : List.of(shownAt(dimension, levelOf(drilldown), code));
    }

    /** The code and those above it, from itself upwards. */
    List<String> ancestry(Dimension dimension, String code) {
        List<String> ancestry = new ArrayList<>();
        for (String step = code; step != null; ) {
            ancestry.add(step);
            Code found = list(dimension).find(step).orElse(null);
            step = found == null ? null : found.parent();
        }
        return ancestry;
    }

    /** The code that stands in the place of a code: itself, but in a recast that which took its place by then. */
    String recast(Dimension dimension, String code) {
        String shown = code;
        while (recastTo != null) {
            Code found = list(dimension).find(shown).orElse(null);
            boolean ended = found != null && found.validTo() != null && found.validTo() < recastTo;
            if (!ended
                    || found.supersededBy() == null
                    || list(dimension).find(found.supersededBy()).isEmpty()) {
                return shown;
            }
            shown = found.supersededBy();
        }
        return shown;
    }

    /** What stands in the place of a code, and of what is above that, and so on as long as it is something new. */
    List<String> recastAncestry(Dimension dimension, String code) {
        String stands = recast(dimension, code);
        List<String> ancestry = new ArrayList<>(List.of(stands));
        for (List<String> above = ancestry(dimension, stands); above.size() > 1; above = ancestry(dimension, stands)) {
            stands = recast(dimension, above.get(1));
            if (ancestry.contains(stands)) {
                return ancestry;
            }
            ancestry.add(stands);
        }
        return ancestry;
    }

    private String shownAt(Dimension dimension, String level, String code) {
        int depth = list(dimension).levels().indexOf(level);
        List<String> ancestry = recastAncestry(dimension, code);
        for (String step : ancestry) {
            Code found = list(dimension).find(step).orElse(null);
            if (found == null || list(dimension).levels().indexOf(found.level()) <= depth) {
                return step;
            }
        }
        return ancestry.get(ancestry.size() - 1);
    }

    /** The groups in which a code or one above it is; a dash where there are none. */
    List<String> groups(Dimension dimension, String hierarchy, String code, int ownYear) {
        int year = recastTo == null ? ownYear : recastTo;
        List<String> above = recastAncestry(dimension, code);
        List<String> groups = new ArrayList<>();
        for (Hierarchy.Group group : material.hierarchy(dimension, hierarchy).groups()) {
            for (Hierarchy.Membership member : group.members()) {
                boolean then = (member.validFrom() == null || member.validFrom() <= year)
                        && (member.validTo() == null || member.validTo() >= year);
                if (then && above.contains(member.code()) && !groups.contains(group.code())) {
                    groups.add(group.code());
                }
            }
        }
        return groups.isEmpty() || list(dimension).find(code).isEmpty() ? List.of(NONE) : groups;
    }

    /** Whether a code of the list could be in two groups in some year. */
    boolean overlaps(String drilldown) {
        if (!isByGroup(drilldown)) {
            return false;
        }
        for (Code code : list(dimensionOf(drilldown)).codes()) {
            for (int year = 2000; year < 2040; year++) {
                if (groups(dimensionOf(drilldown), levelOf(drilldown), code.code(), year)
                                .size()
                        > 1) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The keys of a drilldown in their order. */
    List<String> inOrder(String drilldown) {
        Dimension dimension = dimensionOf(drilldown);
        return isByGroup(drilldown)
                ? material.hierarchy(dimension, levelOf(drilldown)).groups().stream()
                        .map(Hierarchy.Group::code)
                        .toList()
                : list(dimension).codes().stream().map(Code::code).toList();
    }

    String label(String drilldown, String key) {
        Dimension dimension = dimensionOf(drilldown);
        if (!isByGroup(drilldown)) {
            return list(dimension).find(key).map(code -> code.label().get("en")).orElse(key);
        }
        for (Hierarchy.Group group :
                material.hierarchy(dimension, levelOf(drilldown)).groups()) {
            if (group.code().equals(key)) {
                return group.label().get("en");
            }
        }
        return "In no group";
    }

    boolean isByGroup(String drilldown) {
        return !drilldown.equals("year") && material.isHierarchy(dimensionOf(drilldown), levelOf(drilldown));
    }

    CodeList list(Dimension dimension) {
        return material.lists().get(dimension);
    }

    static Dimension dimensionOf(String drilldown) {
        return Dimension.of(drilldown.substring(0, drilldown.indexOf('.')));
    }

    static String levelOf(String drilldown) {
        return drilldown.substring(drilldown.indexOf('.') + 1);
    }
}
