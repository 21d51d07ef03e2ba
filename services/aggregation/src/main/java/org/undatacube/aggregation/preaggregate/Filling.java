package org.undatacube.aggregation.preaggregate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.codelists.Flow;

/** Fills in what is wanted and not held, from what is held already where that is possible and else from the store. */
final class Filling {
    private static final Logger LOG = Logger.getLogger(Filling.class);
    /** How many lines are read at a time; a rebuild waits for them. */
    private static final long BATCH_LINES = 100_000;

    private static final int SAMPLES = 4;
    private static final int SAMPLE_LINES = 10_000;
    /** A tenth of the limit is left for what comes before the next choice. */
    private static final int SPARED = 10;

    private final PreAggregates preAggregates;
    private final Reads reads;
    /** What could not be read; the next filling tries again. */
    private final Set<Long> failed = new HashSet<>();

    /** Reads from the store as it stands; as long as the reading goes on no other takes its place. */
    interface Reads {
        /** Empty once the engine is closed. */
        <T> Optional<T> read(Function<Snapshot, T> reading);
    }

    /** What stands in the last edition. */
    private record Standing(CubeShape shape, int year, PublishedBreakdown breakdown) {
        int subset() {
            return shape.subset(breakdown.dimensions());
        }

        long id() {
            return breakdown.breakdown();
        }
    }

    Filling(PreAggregates preAggregates, Reads reads) {
        this.preAggregates = preAggregates;
        this.reads = reads;
    }

    /** Until all is held that there is room for. */
    void fill() {
        if (preAggregates.limit() == 0) {
            return;
        }
        preAggregates.fills(true);
        failed.clear();
        try {
            fillAll();
            if (choose()) {
                // once more, for the first time round makes room by letting go of what is no longer wanted
                fillAll();
                preAggregates.tryAgain();
                fillAll();
            }
        } finally {
            preAggregates.fills(false);
        }
    }

    private void fillAll() {
        while (reads.read(this::fillSome).orElse(false)) {
            // the store may be begun anew in between
        }
    }

    /** Whether another choice than before was made. */
    private boolean choose() {
        long history = preAggregates.history();
        List<Standing> standing = reads.read(Filling::standing).orElse(List.of());
        long lines =
                standing.stream().mapToLong(each -> each.breakdown().lines()).sum();
        if (!preAggregates.isChoiceDue(lines)) {
            return false;
        }
        List<Lattice.Sort> sorts = new ArrayList<>();
        standing.stream()
                .collect(Collectors.groupingBy(each -> List.of(each.shape().flow(), each.subset())))
                .values()
                .forEach(alike -> sort(alike).ifPresent(sorts::add));
        Choice choice = Lattice.choose(sorts, preAggregates.limit() - preAggregates.limit() / SPARED);
        preAggregates.choose(choice, lines, history);
        return true;
    }

    /** Breakdowns that give the same dimensions, with what is expected of merging their lines. */
    private Optional<Lattice.Sort> sort(List<Standing> alike) {
        CubeShape shape = alike.get(0).shape();
        int subset = alike.get(0).subset();
        long[] rows = new long[shape.subsets()];
        long sampled = 0;
        for (int number = 0; number < Math.min(SAMPLES, alike.size()); number++) {
            Standing sample = alike.get((int) ((long) number * alike.size() / Math.min(SAMPLES, alike.size())));
            Block block =
                    reads.read(snapshot -> lines(snapshot, sample).orElse(null)).orElse(null);
            if (block != null) {
                sampled += Math.min(SAMPLE_LINES, block.rows);
                for (int each = 0; each < rows.length; each++) {
                    rows[each] += CubeShape.contains(subset, each) ? RollUp.rows(block, each, SAMPLE_LINES) : 0;
                }
            }
        }
        long lines = alike.stream().mapToLong(each -> each.breakdown().lines()).sum();
        Map<Integer, Long> expected = new HashMap<>();
        for (int each = 0; each < rows.length && sampled > 0; each++) {
            if (CubeShape.contains(subset, each)) {
                expected.put(each, Math.max(1, (long) ((double) rows[each] / sampled * lines)));
            }
        }
        return sampled == 0
                ? Optional.empty()
                : Optional.of(new Lattice.Sort(shape, subset, alike.size(), lines, expected));
    }

    private Optional<Block> lines(Snapshot snapshot, Standing standing) {
        Holding held = preAggregates.kept().holdings().get(standing.id());
        if (held != null && held.lines().isPresent()) {
            return held.lines();
        }
        return Optional.ofNullable(read(snapshot, List.of(standing)).get(standing.id()));
    }

    /** Whether there may be more to do. */
    private boolean fillSome(Snapshot snapshot) {
        Choice choice = preAggregates.choice();
        Map<Long, Holding> held = preAggregates.kept().holdings();
        Map<Long, Holding> made = new HashMap<>();
        List<Long> tried = new ArrayList<>();
        List<Standing> toRead = new ArrayList<>();
        long lines = 0;
        for (Standing each : standing(snapshot)) {
            Holding its = held.get(each.id());
            boolean isAsWanted = its != null && its.isAs(choice);
            if (!isAsWanted && !failed.contains(each.id()) && preAggregates.isWorthTrying(each.id())) {
                tried.add(each.id());
                Optional<Holding> anew = Optional.ofNullable(its).flatMap(holding -> holding.as(choice));
                anew.ifPresentOrElse(holding -> made.put(each.id(), holding), () -> toRead.add(each));
                lines += each.breakdown().lines();
                if (lines >= BATCH_LINES) {
                    break;
                }
            }
        }
        try {
            read(snapshot, toRead)
                    .forEach((breakdown, block) -> made.put(breakdown, hold(block, toRead, breakdown, choice)));
        } catch (RuntimeException e) {
            LOG.warn("Some breakdowns are not held, for they cannot be read; the store answers of them", e);
            toRead.forEach(each -> failed.add(each.id()));
        }
        preAggregates.hold(made, snapshot.catalogue());
        tried.removeAll(failed);
        preAggregates.tried(tried);
        return !tried.isEmpty() || !toRead.isEmpty();
    }

    private static Holding hold(Block block, List<Standing> read, long breakdown, Choice choice) {
        Standing its =
                read.stream().filter(each -> each.id() == breakdown).findFirst().orElseThrow();
        return Holding.of(its.shape(), its.year(), block, choice);
    }

    /** The lines of breakdowns, of those that can be held. */
    private Map<Long, Block> read(Snapshot snapshot, List<Standing> breakdowns) {
        Map<Long, Block> blocks = new HashMap<>();
        CodeNumbers numbers = new CodeNumbers(preAggregates.dictionary());
        for (Flow flow : Flow.values()) {
            Map<Long, LineCollector> collectors = new LinkedHashMap<>();
            for (Standing each : breakdowns) {
                if (each.shape().flow() == flow) {
                    collectors.put(each.id(), collector(each, numbers));
                }
            }
            snapshot.lines(
                    flow,
                    collectors.keySet(),
                    (breakdown, codes, amount) -> collectors.get(breakdown).add(codes, amount));
            collectors.forEach(
                    (breakdown, collector) -> collector.block().ifPresent(block -> blocks.put(breakdown, block)));
        }
        return blocks;
    }

    private LineCollector collector(Standing standing, CodeNumbers numbers) {
        long room = preAggregates.limit() - preAggregates.kept().bytes();
        return new LineCollector(
                standing.shape(),
                numbers,
                standing.subset(),
                standing.breakdown().lines(),
                room / Block.rowBytes(standing.subset(), false));
    }

    /** The last years first. */
    private static List<Standing> standing(Snapshot snapshot) {
        Catalogue catalogue = snapshot.catalogue();
        List<Standing> standing = new ArrayList<>();
        for (Flow flow : Flow.values()) {
            for (Publication publication :
                    catalogue.published(flow, catalogue.current()).publications()) {
                publication
                        .breakdowns()
                        .forEach(breakdown ->
                                standing.add(new Standing(CubeShape.of(flow), publication.year(), breakdown)));
            }
        }
        standing.sort(Comparator.comparingInt(Standing::year).reversed());
        return standing;
    }
}
