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

    private record Collecting(CubeShape shape, int year, LineCollector lines) {}

    EditionCollector(EditionChange change, PreAggregates preAggregates) {
        this.preAggregates = preAggregates;
        CodeNumbers numbers = new CodeNumbers(preAggregates.dictionary());
        // beside what is held, and not in its place: what has no room now may be filled in later
        long room = preAggregates.limit() - preAggregates.kept().bytes();
        for (Publication publication : change.publications()) {
            CubeShape shape = CubeShape.of(publication.flow());
            for (PublishedBreakdown breakdown : publication.breakdowns()) {
                if (!breakdown.carried()) {
                    int subset = shape.subset(breakdown.dimensions());
                    int rowBytes = Block.rowBytes(subset, false);
                    LineCollector lines = new LineCollector(shape, numbers, subset, breakdown.lines(), room / rowBytes);
                    room -= Math.min(room, breakdown.lines() * rowBytes);
                    breakdowns.put(breakdown.breakdown(), new Collecting(shape, publication.year(), lines));
                }
            }
        }
    }

    /** What an edition's lines take at most, about. */
    static long bytes(EditionChange change) {
        long bytes = 0;
        for (Publication publication : change.publications()) {
            CubeShape shape = CubeShape.of(publication.flow());
            for (PublishedBreakdown breakdown : publication.breakdowns()) {
                bytes += breakdown.carried()
                        ? 0
                        : breakdown.lines() * Block.rowBytes(shape.subset(breakdown.dimensions()), false);
            }
        }
        return bytes;
    }

    void add(PublishedLine line) {
        Collecting its = breakdowns.get(line.breakdown());
        // whether the edition is in order the store will say
        if (its != null) {
            String[] codes = new String[its.shape().positions()];
            for (int position = 0; position < codes.length; position++) {
                codes[position] = line.codes().get(its.shape().dimension(position));
            }
            its.lines().add(codes, line.amount());
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
