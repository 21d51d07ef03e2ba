package org.undatacube.aggregation.preaggregate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.aggregation.cube.Projection;

/**
 * One dimension's part of a {@link Grid}: the different keys, or tuples of them, under which its codes are shown,
 * numbered from 0 without gaps, so that what is filtered out takes no room.
 */
final class PositionKeys {
    private static final int ANY_YEAR = 0;

    private final ProjectionKeys.Cache cache;
    private final List<Projection> projections;
    private final CodeFilter filter;
    private final int size;
    private final boolean sameEveryYear;
    private final boolean overlaps;
    private final Map<Integer, int[][]> byYear = new HashMap<>();
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();
    private final List<List<Integer>> tuples = new ArrayList<>();
    private int[] single = new int[0];

    /**
     * @param projections different ones, all of this dimension
     * @param size how many codes the dimension has
     */
    PositionKeys(ProjectionKeys.Cache cache, List<Projection> projections, CodeFilter filter, int size) {
        this.cache = cache;
        this.projections = List.copyOf(projections);
        this.filter = filter;
        this.size = size;
        this.sameEveryYear = filter.sameEveryYear()
                && projections.stream()
                        .allMatch(projection -> cache.of(projection).sameEveryYear());
        this.overlaps =
                projections.stream().anyMatch(projection -> cache.of(projection).overlaps());
    }

    boolean overlaps() {
        return overlaps;
    }

    /** How many tuples there are, once all years were asked for. */
    int count() {
        return tuples.size();
    }

    /** The key of each tuple in one of the projections. */
    String[] keys(Projection projection) {
        int index = projections.indexOf(projection);
        ProjectionKeys keys = cache.of(projection);
        return tuples.stream().map(tuple -> keys.key(tuple.get(index))).toArray(String[]::new);
    }

    /** For each code the numbers of its tuples: none where it is filtered out, several where keys overlap. */
    int[][] numbers(int year) {
        return byYear.computeIfAbsent(sameEveryYear ? ANY_YEAR : year, which -> build(year));
    }

    private int[][] build(int year) {
        boolean[] passing = filter.isEmpty() ? null : filter.passing(size, year);
        List<ProjectionKeys.Table> tables = projections.stream()
                .map(projection -> cache.of(projection).table(projection, year))
                .toList();
        int[][] numbers = new int[size][];
        int[][] shared = new int[0][];
        for (int code = 0; code < size; code++) {
            if (passing != null && !passing[code]) {
                numbers[code] = new int[0];
            } else if (tables.size() <= 1 && !overlaps) {
                int number = single(tables.isEmpty() ? 0 : tables.get(0).first()[code]);
                if (number >= shared.length) {
                    shared = Arrays.copyOf(shared, number * 2 + 8);
                }
                if (shared[number] == null) {
                    shared[number] = new int[] {number};
                }
                numbers[code] = shared[number];
            } else {
                numbers[code] = several(tables, code);
            }
        }
        return numbers;
    }

    private int single(int key) {
        if (key >= single.length) {
            int before = single.length;
            single = Arrays.copyOf(single, key * 2 + 8);
            Arrays.fill(single, before, single.length, Codes.NONE);
        }
        if (single[key] == Codes.NONE) {
            single[key] = tuples.size();
            tuples.add(List.of(key));
        }
        return single[key];
    }

    private int[] several(List<ProjectionKeys.Table> tables, int code) {
        List<List<Integer>> combined = List.of(List.of());
        for (ProjectionKeys.Table table : tables) {
            int[] keys = table.all() == null ? new int[] {table.first()[code]} : table.all()[code];
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> tuple : combined) {
                for (int key : keys) {
                    List<Integer> added = new ArrayList<>(tuple);
                    added.add(key);
                    longer.add(added);
                }
            }
            combined = longer;
        }
        return combined.stream().mapToInt(this::number).toArray();
    }

    private int number(List<Integer> tuple) {
        return numbers.computeIfAbsent(tuple, added -> {
            tuples.add(added);
            return tuples.size() - 1;
        });
    }
}
