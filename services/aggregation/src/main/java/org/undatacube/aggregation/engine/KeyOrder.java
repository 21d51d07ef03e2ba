package org.undatacube.aggregation.engine;

import java.util.Comparator;
import java.util.Map;

/**
 * That tallies are sorted by the keys of one axis.
 *
 * @param axis which of an aggregation's axes, counted from 0
 * @param places the place of each key that lines can have; of those in one place the next order decides
 */
public record KeyOrder(int axis, Map<String, Integer> places) {
    public KeyOrder {
        places = Map.copyOf(places);
    }

    Comparator<Tally> comparator() {
        return Comparator.comparing(tally -> places.get(tally.keys().get(axis)));
    }
}
