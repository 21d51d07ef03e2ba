package org.undatacube.aggregation.preaggregate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undatacube.aggregation.engine.Aggregation;

/**
 * What is held at a moment. It never changes.
 *
 * @param holdings by breakdown
 * @param bytes what all of them take
 */
record Kept(Map<Long, Holding> holdings, long bytes) {
    static final Kept NOTHING = new Kept(Map.of(), 0);

    /** How a question is answered; empty where a breakdown is not held or blocks cannot tell. */
    Optional<TallyPlan> plan(Aggregation aggregation, ProjectionKeys.Cache cache) {
        if (aggregation.needsBreakdowns()) {
            return Optional.empty();
        }
        CubeShape shape = CubeShape.of(aggregation.cube());
        int used = shape.subset(aggregation.dimensions());
        List<Part> parts = new ArrayList<>(aggregation.breakdowns().size());
        Set<Holding> seen = Collections.newSetFromMap(
                new IdentityHashMap<>(aggregation.breakdowns().size()));
        for (Long breakdown : aggregation.breakdowns()) {
            Holding holding = holdings.get(breakdown);
            if (holding == null || holding.shape() != shape) {
                return Optional.empty();
            }
            Optional<Block> block = aggregation.needsLines()
                    ? holding.lines().filter(lines -> CubeShape.contains(lines.subset, used))
                    : holding.smallest(used);
            if (block.isEmpty()) {
                return Optional.empty();
            }
            // an empty block has no codes to look up
            if (block.get().rows > 0 && seen.add(holding)) {
                parts.add(new Part(holding.year(), block.get()));
            }
        }
        return TallyPlan.of(aggregation, parts, cache);
    }
}
