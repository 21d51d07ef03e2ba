package org.undatacube.aggregation.preaggregate;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.codelists.Flow;

/** What is held of breakdowns, and which cuboids are wanted. What is held never takes more than the limit. */
public final class PreAggregates {
    private final long limit;
    private final Clock clock;
    private final Dictionary dictionary = new Dictionary();
    private final ProjectionKeys.Cache keys = new ProjectionKeys.Cache(dictionary);
    private final Map<Name, LongAdder> hits = new ConcurrentHashMap<>();
    private final Map<Name, Instant> since = new ConcurrentHashMap<>();
    private final LongAdder answered = new LongAdder();
    private final LongAdder scanned = new LongAdder();

    private volatile Kept kept = Kept.NOTHING;
    private volatile Choice choice;
    private volatile boolean filling;
    /** How many lines there were when the cuboids were chosen. */
    private long chosenFor;

    private long history;
    private boolean refused;
    private final Set<Long> tried = new HashSet<>();

    private record Name(Flow flow, int subset, boolean merged) {
        static Name of(Flow flow, Block block) {
            return new Name(flow, block.subset, block.isMerged());
        }
    }

    /** @param limit how many bytes may be taken */
    PreAggregates(long limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
        this.choice = firstChoice();
    }

    private Choice firstChoice() {
        return limit == 0 ? Choice.NOTHING : Choice.LINES;
    }

    long limit() {
        return limit;
    }

    Dictionary dictionary() {
        return dictionary;
    }

    Kept kept() {
        return kept;
    }

    Choice choice() {
        return choice;
    }

    Optional<TallyPlan> plan(Kept seen, Aggregation aggregation) {
        return seen.plan(aggregation, keys);
    }

    void count(Flow flow, TallyPlan plan) {
        answered.increment();
        plan.parts().stream()
                .map(part -> Name.of(flow, part.block()))
                .distinct()
                .forEach(name ->
                        hits.computeIfAbsent(name, added -> new LongAdder()).increment());
    }

    void countScan() {
        scanned.increment();
    }

    /** How many aggregations were answered from what is held, and how many the store had to add up. */
    Counts counts() {
        return new Counts(answered.sum(), scanned.sum());
    }

    record Counts(long answered, long scanned) {}

    /** Whether there are so many lines more than when the cuboids were chosen that others may be better. */
    synchronized boolean isChoiceDue(long lines) {
        return limit > 0
                && (2 * lines >= 3 * chosenFor || (refused && 20 * lines >= 21 * chosenFor))
                && lines > chosenFor;
    }

    /** Rises with each history that is begun anew. */
    synchronized long history() {
        return history;
    }

    /** @param of the history that it was chosen for; another one gets a choice of its own */
    synchronized void choose(Choice next, long lines, long of) {
        if (of != history) {
            return;
        }
        choice = next;
        tried.clear();
        chosenFor = lines;
        refused = false;
    }

    /**
     * Holds these breakdowns, in the place of what was held of them, as far as there is room. What no longer stands in
     * the last edition makes room for them.
     */
    synchronized void hold(Map<Long, Holding> added, Catalogue catalogue) {
        Room room = new Room(catalogue);
        for (Map.Entry<Long, Holding> entry : added.entrySet()) {
            Holding before = room.holdings.get(entry.getKey());
            long more = entry.getValue().bytes() - (before == null ? 0 : before.bytes());
            if (room.make(more, added.keySet())) {
                room.holdings.put(entry.getKey(), entry.getValue());
                room.bytes += more;
                note(entry.getValue());
            } else {
                refused = true;
            }
        }
        see(room.holdings, room.bytes);
    }

    /** Lets go of what does not stand in an edition, as far as that is needed for so many bytes. */
    synchronized void makeRoom(long wanted, Catalogue catalogue) {
        Room room = new Room(catalogue);
        room.make(wanted, Set.of());
        see(room.holdings, room.bytes);
    }

    /** What is held, while it is changed. */
    private final class Room {
        private final Map<Long, Holding> holdings = new HashMap<>(kept.holdings());
        private final Catalogue catalogue;
        private long bytes = kept.bytes();
        private List<Long> superseded;

        Room(Catalogue catalogue) {
            this.catalogue = catalogue;
        }

        /** Whether there is room for so many bytes, at last. */
        boolean make(long wanted, Set<Long> spared) {
            if (bytes + wanted > limit && superseded == null) {
                superseded = superseded(holdings.keySet(), catalogue);
                superseded.removeAll(spared);
            }
            while (bytes + wanted > limit && !superseded.isEmpty()) {
                bytes -= holdings.remove(superseded.remove(0)).bytes();
            }
            return bytes + wanted <= limit;
        }
    }

    private void note(Holding holding) {
        Instant now = clock.instant();
        for (Block block : holding.blocks()) {
            since.putIfAbsent(Name.of(holding.shape().flow(), block), now);
        }
    }

    /** Those that are not of the last edition, oldest first. */
    private static List<Long> superseded(Collection<Long> breakdowns, Catalogue catalogue) {
        Set<Long> standing = new HashSet<>();
        for (Flow flow : Flow.values()) {
            standing(flow, catalogue).forEach(breakdown -> standing.add(breakdown.breakdown()));
        }
        List<Long> superseded = new ArrayList<>(breakdowns);
        superseded.removeAll(standing);
        Collections.sort(superseded);
        return superseded;
    }

    synchronized void forget(Collection<Long> breakdowns) {
        Map<Long, Holding> holdings = new HashMap<>(kept.holdings());
        long bytes = kept.bytes();
        for (Long breakdown : breakdowns) {
            Holding forgotten = holdings.remove(breakdown);
            bytes -= forgotten == null ? 0 : forgotten.bytes();
        }
        see(holdings, bytes);
    }

    /** For a history that is begun anew. */
    synchronized void forgetAll() {
        history++;
        choice = firstChoice();
        chosenFor = 0;
        refused = false;
        tried.clear();
        see(Map.of(), 0);
    }

    private void see(Map<Long, Holding> holdings, long bytes) {
        kept = new Kept(Collections.unmodifiableMap(holdings), bytes);
    }

    void fills(boolean now) {
        filling = now;
    }

    /** Says that these were filled in as far as that is possible with the present choice. */
    synchronized void tried(Collection<Long> breakdowns) {
        tried.addAll(breakdowns);
    }

    synchronized void tryAgain() {
        tried.clear();
    }

    synchronized boolean isWorthTrying(long breakdown) {
        return !tried.contains(breakdown);
    }

    /** What is held of a cube. */
    public PreAggregatesReport report(Flow flow, Catalogue catalogue) {
        Kept seen = kept;
        Map<Name, List<Block>> blocks = new HashMap<>();
        for (Holding holding : seen.holdings().values()) {
            if (holding.shape().flow() == flow) {
                holding.blocks()
                        .forEach(block -> blocks.computeIfAbsent(Name.of(flow, block), name -> new ArrayList<>())
                                .add(block));
            }
        }
        List<Long> standing =
                standing(flow, catalogue).map(PublishedBreakdown::breakdown).toList();
        return new PreAggregatesReport(
                flow,
                blocks.entrySet().stream()
                        .map(entry -> report(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingLong(CuboidReport::rows)
                                .reversed()
                                .thenComparing(cuboid -> cuboid.dimensions().toString()))
                        .toList(),
                limit,
                seen.bytes(),
                standing.size(),
                (int) standing.stream().filter(seen.holdings()::containsKey).count(),
                filling);
    }

    private CuboidReport report(Name name, List<Block> blocks) {
        return new CuboidReport(
                CubeShape.of(name.flow()).dimensionsOf(name.subset()).inOrder(),
                name.merged(),
                blocks.stream().mapToLong(block -> block.rows).sum(),
                blocks.stream().mapToLong(Block::bytes).sum(),
                blocks.size(),
                hits.getOrDefault(name, new LongAdder()).sum(),
                since.get(name));
    }

    private static Stream<PublishedBreakdown> standing(Flow flow, Catalogue catalogue) {
        return catalogue.published(flow, catalogue.current()).stream()
                .map(Publication::breakdowns)
                .flatMap(List::stream);
    }
}
