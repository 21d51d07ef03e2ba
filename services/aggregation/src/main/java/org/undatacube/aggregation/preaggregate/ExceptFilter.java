package org.undatacube.aggregation.preaggregate;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Leaves rows out that are in one of some cells of several dimensions. */
final class ExceptFilter {
    private final Grid grid;
    private final Grid.Naming naming;
    private final Set<List<String>> keys;
    /** Of every cell that was met whether its rows pass. */
    private final LongSlots met = new LongSlots(64);

    private boolean[] passes = new boolean[64];

    ExceptFilter(Grid grid, Set<List<String>> keys) {
        this.grid = grid;
        this.naming = grid.naming();
        this.keys = new HashSet<>(keys);
    }

    Grid grid() {
        return grid;
    }

    boolean passes(long cell) {
        int before = met.size();
        int slot = met.add(cell);
        if (slot == before) {
            if (slot == passes.length) {
                passes = Arrays.copyOf(passes, 2 * slot);
            }
            passes[slot] = !keys.contains(naming.keys(cell));
        }
        return passes[slot];
    }
}
