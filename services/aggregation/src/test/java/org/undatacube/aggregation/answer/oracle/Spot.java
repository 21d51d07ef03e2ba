package org.undatacube.aggregation.answer.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * One cell, shown or not: by what its lines are grouped and under which keys.
 *
 * @param drilldowns those of the question that it is grouped by
 * @param keys one for each of them; null for the others of the last one
 * @param kept where a key is null, the keys that it does not stand for
 */
record Spot(List<String> drilldowns, List<String> keys, Set<String> kept) {
    static final Spot ALL = new Spot(List.of(), List.of(), Set.of());

    Spot {
        // not List.copyOf: it has no place for null
        keys = Collections.unmodifiableList(new ArrayList<>(keys));
        kept = keys.contains(null) ? Set.copyOf(kept) : Set.of();
    }

    boolean isOthers() {
        return keys.contains(null);
    }

    String key(String drilldown) {
        return keys.get(drilldowns.indexOf(drilldown));
    }

    boolean isBy(String drilldown) {
        return drilldowns.contains(drilldown);
    }

    /** The cell that is grouped by some of the drilldowns only. */
    Spot by(List<String> some) {
        List<String> left = drilldowns.stream().filter(some::contains).toList();
        return new Spot(left, some(left), kept);
    }

    Spot without(String drilldown) {
        return by(drilldowns.stream().filter(each -> !each.equals(drilldown)).toList());
    }

    Spot withoutLast() {
        return without(drilldowns.get(drilldowns.size() - 1));
    }

    Spot inYear(int year) {
        List<String> changed = new ArrayList<>(keys);
        changed.set(drilldowns.indexOf("year"), Integer.toString(year));
        return new Spot(drilldowns, changed, kept);
    }

    private List<String> some(List<String> some) {
        List<String> left = new ArrayList<>();
        some.forEach(drilldown -> left.add(key(drilldown)));
        return left;
    }
}
