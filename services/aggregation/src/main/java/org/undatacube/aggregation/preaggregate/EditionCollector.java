package org.undatacube.aggregation.preaggregate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.changefeed.PublishedLine;

/** Gathers an edition's lines as they come in, to hold them along with those of the editions before. */
final class EditionCollector {
    private final Map<Long, Collecting> breakdowns = new LinkedHashMap<>();
    private final PreAggregates preAggregates;

    private record Collecting(CubeShape shape, int year, LineCollector lines, String[] codes) {}

    EditionCollector(EditionChange change, PreAggregates preAggregates) {
        this.preAggregates = preAggregates;
        long room = preAggregates.limit();
        for (Publication publication : change.publications()) {
            CubeShape shape = CubeShape.of(publication.flow());
            for (PublishedBreakdown breakdown : publication.breakdowns()) {
                if (!breakdown.carried()) {
                    int subset = shape.subset(breakdown.dimensions());
                    // what has no room now may be filled in later, without the others of its edition beside it
                    room -= breakdown.lines() * Block.rowBytes(1 + Integer.bitCount(subset), false);
                    LineCollector lines = new LineCollector(
                            shape, preAggregates.dictionary(), subset, room < 0 ? 0 : Integer.MAX_VALUE);
                    breakdowns.put(
                            breakdown.breakdown(),
                            new Collecting(shape, publication.year(), lines, new String[shape.positions()]));
                }
            }
        }
    }

    void add(PublishedLine line) {
        Collecting its = breakdowns.get(line.breakdown());
        // whether the edition is in order the store will say
        if (its != null) {
            for (int position = 0; position < its.codes().length; position++) {
                its.codes()[position] = line.codes().get(its.shape().dimension(position));
            }
            its.lines().add(its.codes(), line.amount());
        }
    }

    Set<Long> breakdowns() {
        return breakdowns.keySet();
    }

    /** Those that can be held. */
    Map<Long, Holding> holdings() {
        Choice choice = preAggregates.choice();
        Map<Long, Holding> holdings = new HashMap<>();
        breakdowns.forEach((breakdown, its) -> {
            Optional<Block> block = its.lines().block();
            block.ifPresent(lines -> holdings.put(breakdown, Holding.of(its.shape(), its.year(), lines, choice)));
        });
        return holdings;
    }
}
