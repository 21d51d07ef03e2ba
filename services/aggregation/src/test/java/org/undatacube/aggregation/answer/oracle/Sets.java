package org.undatacube.aggregation.answer.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** By which drilldowns cells are grouped beside the detail. */
final class Sets {
    private Sets() {}

    /** The detail first, then by fewer drilldowns; those of the same number in the order of the drilldowns. */
    static List<List<String>> of(List<String> drilldowns, String subtotals) {
        List<List<String>> sets = new ArrayList<>();
        for (int choice = 0; choice < 1 << drilldowns.size(); choice++) {
            List<String> set = new ArrayList<>();
            for (int index = 0; index < drilldowns.size(); index++) {
                if ((choice & (1 << index)) != 0) {
                    set.add(drilldowns.get(index));
                }
            }
            boolean wanted = switch (subtotals) {
                case "none" -> set.equals(drilldowns);
                case "rollup" -> set.equals(drilldowns.subList(0, set.size()));
                default -> isOfPrefixes(set, drilldowns);
            };
            if (wanted) {
                sets.add(set);
            }
        }
        sets.sort(
                Comparator.comparing((List<String> set) -> -set.size()).thenComparing(set -> places(set, drilldowns)));
        return sets;
    }

    /** Whether what is left out of a dimension is only what comes last in it. */
    private static boolean isOfPrefixes(List<String> set, List<String> drilldowns) {
        for (String drilldown : set) {
            for (String before : drilldowns.subList(0, drilldowns.indexOf(drilldown))) {
                if (dimension(before).equals(dimension(drilldown)) && !set.contains(before)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String dimension(String drilldown) {
        return drilldown.split("\\.", -1)[0];
    }

    private static String places(List<String> set, List<String> drilldowns) {
        StringBuilder places = new StringBuilder();
        set.forEach(drilldown -> places.append(drilldowns.indexOf(drilldown)));
        return places.toString();
    }
}
