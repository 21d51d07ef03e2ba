package org.undatacube.aggregation.answer;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.undatacube.aggregation.engine.Patience;

/**
 * The rows of several grouping sets. The engine is asked only for what cannot be added up from a finer set: for counts of
 * different members, and for sets that leave out a drilldown whose cells overlap.
 */
final class Tallies {
    private final Map<Integer, Rows> bySet = new HashMap<>();

    /** Where rows come from that cannot be added up. */
    @FunctionalInterface
    interface Source {
        Rows ask(int set, boolean counting);
    }

    /**
     * @param needed the sets whose rows are wanted
     * @param counted the sets whose rows are wanted with counts of different members
     * @param overlapping the drilldowns in which a line can be in two cells
     */
    static Tallies of(
            Collection<Integer> needed,
            Collection<Integer> counted,
            int overlapping,
            Source source,
            Patience patience) {
        Tallies tallies = new Tallies();
        counted.forEach(set -> tallies.bySet.put(set, source.ask(set, true)));
        Set<Integer> toAdd = new HashSet<>(needed);
        toAdd.removeAll(tallies.bySet.keySet());
        for (int finest : tallies.finest(toAdd, overlapping)) {
            if (tallies.finer(finest, overlapping) == null) {
                tallies.bySet.put(finest, source.ask(finest, false));
            }
        }
        toAdd.removeAll(tallies.bySet.keySet());
        // each from the smallest set that is there by then
        toAdd.stream()
                .sorted(Comparator.comparing((Integer set) -> -Integer.bitCount(set)))
                .forEach(set ->
                        tallies.bySet.put(set, tallies.finer(set, overlapping).rolledUpTo(set, patience)));
        return tallies;
    }

    /** @throws IllegalArgumentException where the set was not among those that were wanted */
    Rows of(int set) {
        Rows rows = bySet.get(set);
        if (rows == null) {
            throw new IllegalArgumentException("No rows were wanted of the set " + set);
        }
        return rows;
    }

    boolean has(int set) {
        return bySet.containsKey(set);
    }

    /** For each choice of overlapping drilldowns the smallest set that all wanted sets with it can be added up from. */
    private Collection<Integer> finest(Set<Integer> wanted, int overlapping) {
        Map<Integer, Integer> finest = new HashMap<>();
        wanted.forEach(set -> finest.merge(set & overlapping, set, (one, other) -> one | other));
        return List.copyOf(finest.values());
    }

    /** The fewest rows that those of a set can be added up from; null where there are none. */
    private Rows finer(int set, int overlapping) {
        return bySet.values().stream()
                .filter(rows -> GroupingSets.contains(rows.set(), set))
                .filter(rows -> (rows.set() & overlapping) == (set & overlapping))
                .min(Comparator.comparing(Rows::size))
                .orElse(null);
    }
}
