package org.undatacube.aggregation.preaggregate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.aggregation.engine.Axis;
import org.undatacube.codelists.Dimension;

/**
 * Numbers all cells that some axes could have, so that a row's cell is the sum of an offset for each of its codes and one
 * for its year.
 */
final class Grid {
    /** The offset of what is filtered out: with whatever else is added a number below zero. */
    static final long REJECTED = -(1L << 59);
    /** Numbers stay below this. */
    private static final long MOST = 1L << 58;

    private final CubeShape shape;
    private final List<Axis> axes;
    private final Map<Integer, PositionKeys> positions = new TreeMap<>();
    private final List<Integer> filtered = new ArrayList<>();
    private final Map<Integer, Long> strides = new HashMap<>();
    private final Map<Integer, Integer> years = new TreeMap<>();
    private final List<Integer> yearsInOrder;
    private final Map<Integer, Map<int[][], CodeOffsets>> offsets = new HashMap<>();
    private long yearStride;
    private long size;

    /** Tells the keys of a cell. */
    @FunctionalInterface
    interface Naming {
        List<String> keys(long cell);
    }

    private record AxisNames(long stride, List<String> keys) {}

    /** @param filter of each dimension that is used */
    Grid(
            CubeShape shape,
            List<Axis> axes,
            List<Integer> years,
            Function<Dimension, CodeFilter> filter,
            ProjectionKeys.Cache cache) {
        this.shape = shape;
        this.axes = axes;
        this.yearsInOrder = years.stream().distinct().toList();
        yearsInOrder.forEach(year -> this.years.put(year, this.years.size()));
        for (int position = 0; position < shape.positions(); position++) {
            Dimension dimension = shape.dimension(position);
            List<Projection> projections = projections(dimension);
            CodeFilter its = filter.apply(dimension);
            if (!projections.isEmpty() || !its.isEmpty()) {
                int codes = cache.dictionary().of(dimension).size();
                positions.put(position, new PositionKeys(cache, projections, its, codes));
                if (!its.isEmpty()) {
                    filtered.add(position);
                }
            }
        }
        number();
    }

    private List<Projection> projections(Dimension dimension) {
        return axes.stream()
                .flatMap(axis -> axis instanceof Axis.Projected projected
                        ? Stream.of(projected.projection())
                        : Stream.<Projection>empty())
                .filter(projection -> projection.dimension() == dimension)
                .distinct()
                .toList();
    }

    private void number() {
        long stride = 1;
        if (axes.stream().anyMatch(Axis.Year.class::isInstance)) {
            yearStride = stride;
            stride = Math.max(1, years.size());
        }
        for (Map.Entry<Integer, PositionKeys> position : positions.entrySet()) {
            yearsInOrder.forEach(year -> position.getValue().numbers(year));
            strides.put(position.getKey(), stride);
            int count = Math.max(1, position.getValue().count());
            stride = stride > MOST / count ? Long.MAX_VALUE : stride * count;
        }
        size = stride;
    }

    /** Whether there are no more cells than can be numbered. */
    boolean fits() {
        return size < MOST;
    }

    long size() {
        return size;
    }

    /** Of which dimensions rows are looked at, by position. */
    List<Integer> positions() {
        return List.copyOf(positions.keySet());
    }

    /** Those of dimensions of which some codes are filtered out. */
    List<Integer> filtered() {
        return filtered;
    }

    boolean overlaps() {
        return positions.values().stream().anyMatch(PositionKeys::overlaps);
    }

    long yearOffset(int year) {
        return yearStride * years.get(year);
    }

    /** What each code adds; only where no keys overlap. */
    CodeOffsets offsets(int position, int year) {
        int[][] numbers = positions.get(position).numbers(year);
        long stride = strides.get(position);
        return offsets.computeIfAbsent(position, its -> new IdentityHashMap<>())
                .computeIfAbsent(
                        numbers,
                        its -> new CodeOffsets(Arrays.stream(its)
                                .mapToLong(of -> of.length == 0 ? REJECTED : of[0] * stride)
                                .toArray()));
    }

    /** For each code the offsets of all its keys, none where it is filtered out. */
    long[][] allOffsets(int position, int year) {
        long stride = strides.get(position);
        return Arrays.stream(positions.get(position).numbers(year))
                .map(of ->
                        Arrays.stream(of).mapToLong(number -> number * stride).toArray())
                .toArray(long[][]::new);
    }

    /** Gives the keys of cells, one for each axis. */
    Naming naming() {
        List<AxisNames> names = axes.stream().map(this::names).toList();
        return cell -> {
            String[] keys = new String[names.size()];
            for (int index = 0; index < keys.length; index++) {
                AxisNames its = names.get(index);
                keys[index] =
                        its.keys().get((int) (cell / its.stride() % its.keys().size()));
            }
            return List.of(keys);
        };
    }

    private AxisNames names(Axis axis) {
        if (axis instanceof Axis.Projected projected) {
            int position = shape.position(projected.projection().dimension());
            return new AxisNames(strides.get(position), positions.get(position).keys(projected.projection()));
        }
        return new AxisNames(
                yearStride, yearsInOrder.stream().map(String::valueOf).toList());
    }
}
