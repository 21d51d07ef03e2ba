package org.undatacube.aggregation.preaggregate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.undatacube.codelists.Flow;

/**
 * Which cuboids are kept.
 *
 * @param lines of which cubes the single lines are kept
 * @param cuboids by which subsets of its dimensions a cube's lines are merged
 */
record Choice(Set<Flow> lines, Map<Flow, Set<Integer>> cuboids) {
    /** Single lines alone, as long as too little is known for more. */
    static final Choice LINES = new Choice(Set.of(Flow.values()), Map.of());

    static final Choice NOTHING = new Choice(Set.of(), Map.of());

    Choice {
        lines = Set.copyOf(lines);
        Map<Flow, Set<Integer>> copy = new EnumMap<>(Flow.class);
        cuboids.forEach((flow, subsets) -> copy.put(flow, Set.copyOf(subsets)));
        cuboids = Map.copyOf(copy);
    }

    boolean lines(Flow flow) {
        return lines.contains(flow);
    }

    Set<Integer> cuboids(Flow flow) {
        return cuboids.getOrDefault(flow, Set.of());
    }

    /** By which subsets a breakdown of these dimensions is merged, those of more dimensions first. */
    Set<Integer> subsets(CubeShape shape, int breakdown) {
        List<Integer> within = new ArrayList<>(cuboids(shape.flow()));
        within.removeIf(subset -> !CubeShape.contains(breakdown, subset));
        within.sort(Comparator.<Integer>comparingInt(Integer::bitCount).reversed());
        return new LinkedHashSet<>(within);
    }
}
