package org.undatacube.aggregation.answer.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which members of the last drilldown are kept, and what becomes of the cells of the others. */
final class Kept {
    private final Asked asked;
    private final Lines lines;
    private final Ordering ordering;
    private final Map<Spot, Set<String>> known = new HashMap<>();

    Kept(Asked asked, Lines lines, Ordering ordering) {
        this.asked = asked;
        this.lines = lines;
        this.ordering = ordering;
    }

    /** The cells with those of members that are not kept put together. */
    Set<Spot> put(Set<Spot> spots) {
        Set<Spot> put = new LinkedHashSet<>();
        for (Spot spot : spots) {
            if (asked.top() == null || !spot.isBy(last())) {
                put.add(spot);
            } else {
                Set<String> kept = known.computeIfAbsent(spot.by(asked.per()), this::find);
                if (kept.contains(spot.key(last()))) {
                    put.add(spot);
                } else if (asked.others()) {
                    List<String> keys = new ArrayList<>(spot.keys());
                    keys.set(spot.drilldowns().indexOf(last()), null);
                    put.add(new Spot(spot.drilldowns(), keys, kept));
                }
            }
        }
        return put;
    }

    private Set<String> find(Spot per) {
        List<String> drilldowns = asked.drilldowns().stream()
                .filter(drilldown -> per.isBy(drilldown) || drilldown.equals(last()))
                .toList();
        return new HashSet<>(lines.spots(drilldowns).stream()
                .filter(spot -> spot.by(per.drilldowns()).equals(per))
                .sorted(rank())
                .limit(asked.top())
                .map(spot -> spot.key(last()))
                .toList());
    }

    private Comparator<Spot> rank() {
        for (String order : asked.orders()) {
            boolean descending = order.startsWith("-");
            String key = descending ? order.substring(1) : order;
            if (asked.measures().contains(key)) {
                return ordering.byMeasure(key, descending).thenComparing(byList());
            }
        }
        return ordering.byMeasure(asked.measures().get(0), true).thenComparing(byList());
    }

    private Comparator<Spot> byList() {
        return Comparator.comparing(spot -> spot.key(last()), ordering.ofKeys(last(), false));
    }

    private String last() {
        return asked.drilldowns().get(asked.drilldowns().size() - 1);
    }
}
