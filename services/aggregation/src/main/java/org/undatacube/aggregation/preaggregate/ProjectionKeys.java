package org.undatacube.aggregation.preaggregate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.aggregation.cube.YearRange;

/**
 * Under which keys a projection shows each numbered code, with the keys numbered too. It does not refer to the
 * projection, so that it can be kept for as long as that is used and no longer.
 */
final class ProjectionKeys {
    private static final int ANY_YEAR = 0;

    private final Codes codes;
    private final boolean overlaps;
    private final boolean sameEveryYear;
    private final Map<Integer, Table> tables = new ConcurrentHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());

    /** The keys of one year. */
    static final class Table {
        /** For each code the number of a key. */
        final int[] first;
        /** Where keys overlap the numbers of all keys of each code; else null. */
        final int[][] all;

        private Table(int[] first, int[][] all) {
            this.first = first;
            this.all = all;
        }
    }

    /** Those of the projections in use. */
    static final class Cache {
        private final Dictionary dictionary;
        /** Projections are equal only to themselves. */
        private final Map<Projection, ProjectionKeys> keys = Collections.synchronizedMap(new WeakHashMap<>());

        Cache(Dictionary dictionary) {
            this.dictionary = dictionary;
        }

        Dictionary dictionary() {
            return dictionary;
        }

        ProjectionKeys of(Projection projection) {
            // always the same one: keys are numbered as they are met, so two would number them differently
            return keys.computeIfAbsent(
                    projection, added -> new ProjectionKeys(added, dictionary.of(added.dimension())));
        }
    }

    private ProjectionKeys(Projection projection, Codes codes) {
        this.codes = codes;
        this.overlaps = projection.overlaps();
        this.sameEveryYear =
                projection.stays().stream().allMatch(stay -> stay.years().equals(YearRange.ALWAYS));
    }

    boolean overlaps() {
        return overlaps;
    }

    boolean sameEveryYear() {
        return sameEveryYear;
    }

    /** How many keys were seen so far in any year. */
    int size() {
        return keys.size();
    }

    String key(int number) {
        return keys.get(number);
    }

    /** At least for all codes that had a number when it was called. */
    Table table(Projection projection, int year) {
        int which = sameEveryYear ? ANY_YEAR : year;
        Table table = tables.get(which);
        return table != null && table.first.length >= codes.size() ? table : extend(projection, which, year);
    }

    private synchronized Table extend(Projection projection, int which, int year) {
        int size = codes.size();
        int[] first = new int[size];
        int[][] all = overlaps ? new int[size][] : null;
        for (int code = 0; code < size; code++) {
            List<String> shown = projection.keysOf(codes.code(code), year);
            first[code] = number(shown.get(0));
            if (all != null) {
                all[code] = shown.stream().mapToInt(this::number).toArray();
            }
        }
        Table table = new Table(first, all);
        tables.put(which, table);
        return table;
    }

    private int number(String key) {
        return numbers.computeIfAbsent(key, added -> {
            keys.add(added);
            return numbers.size();
        });
    }
}
