package org.undatacube.aggregation.engine.duckdb;

import java.util.HashMap;
import java.util.Map;
import org.undatacube.aggregation.coverage.Catalogue;

/** The present state, and how many read from each cube: one that was replaced is there until its last reader leaves. */
final class States {
    private final Map<CubeSchema, Integer> readers = new HashMap<>();
    private State present;

    States(State present) {
        this.present = present;
    }

    synchronized State present() {
        return present;
    }

    /** The present state, whose cube is kept for the caller until it leaves. */
    synchronized State enter() {
        readers.merge(present.schema(), 1, Integer::sum);
        return present;
    }

    /** @return whether nobody needs the cube any more */
    synchronized boolean leave(CubeSchema cube) {
        readers.computeIfPresent(cube, (same, reading) -> reading == 1 ? null : reading - 1);
        return isForsaken(cube);
    }

    /** Shows a further edition of the same cube. */
    synchronized void show(Catalogue catalogue) {
        present = new State(present.schema(), catalogue);
    }

    /** @return whether nobody needs the cube any more that was the present one */
    synchronized boolean replace(State next) {
        CubeSchema replaced = present.schema();
        present = next;
        return isForsaken(replaced);
    }

    private boolean isForsaken(CubeSchema cube) {
        return !cube.equals(present.schema()) && !readers.containsKey(cube);
    }
}
