package org.undatacube.aggregation.preaggregate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.Filter;
import org.undatacube.aggregation.engine.Plan;
import org.undatacube.aggregation.engine.Route;
import org.undatacube.codelists.Dimension;

/** Tells of what is held why it does not serve an aggregation. */
final class PassedOverCuboids {
    private final Aggregation aggregation;
    private final CubeShape shape;
    private final int used;
    private final List<Holding> held = new ArrayList<>();
    private int missing;

    PassedOverCuboids(Kept kept, Aggregation aggregation) {
        this.aggregation = aggregation;
        this.shape = CubeShape.of(aggregation.cube());
        this.used = shape.subset(aggregation.dimensions());
        for (Long breakdown : aggregation.breakdowns()) {
            Holding holding = kept.holdings().get(breakdown);
            if (holding == null || holding.shape() != shape) {
                missing++;
            } else if (isOfYear(holding.year())) {
                held.add(holding);
            }
        }
    }

    private boolean isOfYear(int year) {
        return aggregation.filters().stream()
                .filter(Filter.Years.class::isInstance)
                .map(Filter.Years.class::cast)
                .allMatch(years -> years.allows(year));
    }

    /** The block that serves for a breakdown. */
    private Optional<Block> serving(Holding holding) {
        return aggregation.needsLines()
                ? holding.lines().filter(lines -> CubeShape.contains(lines.subset, used))
                : holding.smallest(used);
    }

    /** Why the store is gone through. */
    String whyScan() {
        if (aggregation.needsBreakdowns()) {
            return "Nothing that is added up tells of which breakdown a line is.";
        }
        if (missing > 0) {
            return "Of " + missing + " of " + aggregation.breakdowns().size() + " breakdowns nothing is held in memory.";
        }
        long without = held.stream().filter(holding -> serving(holding).isEmpty()).count();
        if (without > 0) {
            return "Of " + without + " of " + aggregation.breakdowns().size() + " breakdowns "
                    + (aggregation.needsLines() ? "single lines are not held" : "no pre-aggregate has all dimensions")
                    + " in memory.";
        }
        List<Part> parts = held.stream()
                .map(holding -> new Part(holding.year(), serving(holding).orElseThrow()))
                .toList();
        return TallyPlan.refusal(aggregation, parts);
    }

    /** @param isScan whether the store is gone through: then of all that is held it is told why it does not serve */
    List<Plan.PassedOver> list(boolean isScan) {
        Map<Route.Cuboid, Long> rows = new HashMap<>();
        Map<Route.Cuboid, Long> taken = new HashMap<>();
        for (Holding holding : held) {
            long own = serving(holding).map(block -> (long) block.rows).orElse(Long.MAX_VALUE / 2);
            for (Block block : holding.blocks()) {
                Route.Cuboid cuboid = new Route.Cuboid(shape.dimensionsOf(block.subset), block.isMerged());
                rows.merge(cuboid, (long) block.rows, Long::sum);
                taken.merge(cuboid, own, (one, other) -> Math.min(Long.MAX_VALUE / 2, one + other));
            }
        }
        return rows.entrySet().stream()
                .filter(entry -> isScan || entry.getValue() < taken.get(entry.getKey()))
                .map(entry -> new Plan.PassedOver(entry.getKey(), entry.getValue(), lacks(entry.getKey())))
                .sorted(Comparator.comparing(Plan.PassedOver::rows)
                        .thenComparing(passed -> passed.cuboid().toString()))
                .toList();
    }

    private String lacks(Route.Cuboid cuboid) {
        Set<Dimension> counted = EnumSet.noneOf(Dimension.class);
        aggregation.distinct().stream().map(Projection::dimension).forEach(counted::add);
        List<String> lacks = aggregation.dimensions().inOrder().stream()
                .filter(dimension -> !cuboid.dimensions().dimensions().contains(dimension))
                .map(dimension -> dimension.code() + (counted.contains(dimension) ? ", whose members are counted" : ""))
                .collect(Collectors.toCollection(ArrayList::new));
        if (aggregation.needsLines() && cuboid.merged()) {
            lacks.add("single lines");
        }
        return lacks.isEmpty() ? whyScan() : String.join("; ", lacks);
    }
}
