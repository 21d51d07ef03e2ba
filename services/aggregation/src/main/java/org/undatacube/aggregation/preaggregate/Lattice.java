package org.undatacube.aggregation.preaggregate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.undatacube.codelists.Flow;

/**
 * Chooses cuboids by the greedy algorithm of Harinarayan, Rajaraman and Ullman (Implementing data cubes efficiently,
 * 1996): again and again the one that saves the most rows for each byte that it takes, while there is room. A question is
 * taken to be half as likely for each further dimension that it uses.
 */
final class Lattice {
    /** To how many rows of a block the scan of a line compares. */
    private static final long SCAN_ROWS = 8;

    private final List<Sort> sorts;
    private final IdentityHashMap<Sort, long[]> costs = new IdentityHashMap<>();
    private final Set<Flow> lines = EnumSet.noneOf(Flow.class);
    private final Map<Flow, Set<Integer>> cuboids = new EnumMap<>(Flow.class);
    private long left;

    /**
     * All breakdowns of a cube that give the same dimensions.
     *
     * @param subset the dimensions
     * @param breakdowns how many they are
     * @param lines how many they have
     * @param rows how many rows are left where their lines are merged by a subset of the dimensions
     */
    record Sort(CubeShape shape, int subset, int breakdowns, long lines, Map<Integer, Long> rows) {}

    /** What could be kept, with what it takes. */
    private record Candidate(Flow flow, Optional<Integer> subset, long bytes) {}

    private Lattice(List<Sort> sorts, long budget) {
        this.sorts = sorts;
        this.left = budget;
        for (Sort sort : sorts) {
            long[] cost = new long[sort.shape().subsets()];
            Arrays.fill(cost, SCAN_ROWS * sort.lines());
            costs.put(sort, cost);
        }
    }

    /** @param budget how many bytes all that is chosen may take */
    static Choice choose(List<Sort> sorts, long budget) {
        Lattice lattice = new Lattice(sorts, budget);
        lattice.takeLinesFirst(budget);
        while (lattice.takeBest()) {
            // until nothing is left that fits and saves anything
        }
        return new Choice(lattice.lines, lattice.cuboids);
    }

    /** Single lines answer what nothing else can and all else is made from them. */
    private void takeLinesFirst(long budget) {
        for (Flow flow : Flow.values()) {
            Candidate candidate = lines(flow);
            if (candidate.bytes() <= Math.min(left, budget / 2)) {
                take(candidate);
            }
        }
    }

    private boolean takeBest() {
        Candidate best = null;
        double bestBenefit = 0;
        for (Candidate candidate : candidates()) {
            if (candidate.bytes() <= left) {
                double benefit = benefit(candidate) / (double) Math.max(1, candidate.bytes());
                if (benefit > bestBenefit) {
                    best = candidate;
                    bestBenefit = benefit;
                }
            }
        }
        if (best == null) {
            return false;
        }
        take(best);
        return true;
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (Flow flow : Flow.values()) {
            if (!lines.contains(flow)) {
                candidates.add(lines(flow));
            }
            for (int subset = 0; subset < CubeShape.of(flow).subsets(); subset++) {
                if (!cuboids.getOrDefault(flow, Set.of()).contains(subset)) {
                    candidates.add(merged(flow, subset));
                }
            }
        }
        return candidates;
    }

    private Candidate lines(Flow flow) {
        long bytes = 0;
        for (Sort sort : sorts) {
            if (sort.shape().flow() == flow) {
                bytes += sort.lines() * Block.rowBytes(sort.subset(), false) + overhead(sort);
            }
        }
        return new Candidate(flow, Optional.empty(), bytes);
    }

    private Candidate merged(Flow flow, int subset) {
        long bytes = 0;
        for (Sort sort : sorts) {
            if (has(sort, flow, subset)) {
                bytes += sort.rows().get(subset) * Block.rowBytes(subset, true) + overhead(sort);
            }
        }
        return new Candidate(flow, Optional.of(subset), bytes);
    }

    private static long overhead(Sort sort) {
        return (long) Block.MOST_OVERHEAD * sort.breakdowns();
    }

    private static boolean has(Sort sort, Flow flow, int subset) {
        return sort.shape().flow() == flow && CubeShape.contains(sort.subset(), subset);
    }

    private double benefit(Candidate candidate) {
        double benefit = 0;
        for (Sort sort : sorts) {
            int subset = candidate.subset().orElse(sort.subset());
            if (has(sort, candidate.flow(), subset)) {
                long rows = candidate.subset().isPresent() ? sort.rows().get(subset) : sort.lines();
                long[] cost = costs.get(sort);
                for (int used = subset; ; used = (used - 1) & subset) {
                    if (pays(rows, cost[used])) {
                        benefit += Math.scalb((double) (cost[used] - rows), -Integer.bitCount(used));
                    }
                    if (used == 0) {
                        break;
                    }
                }
            }
        }
        return benefit;
    }

    /** A block of nearly as many rows as another is not worth its room. */
    private static boolean pays(long rows, long before) {
        return 4 * rows <= 3 * before;
    }

    private void take(Candidate candidate) {
        left -= candidate.bytes();
        if (candidate.subset().isPresent()) {
            cuboids.computeIfAbsent(candidate.flow(), flow -> new HashSet<>())
                    .add(candidate.subset().get());
        } else {
            lines.add(candidate.flow());
        }
        for (Sort sort : sorts) {
            int subset = candidate.subset().orElse(sort.subset());
            if (has(sort, candidate.flow(), subset)) {
                long rows = candidate.subset().isPresent() ? sort.rows().get(subset) : sort.lines();
                long[] cost = costs.get(sort);
                for (int used = 0; used < cost.length; used++) {
                    if (CubeShape.contains(subset, used)) {
                        cost[used] = Math.min(cost[used], rows);
                    }
                }
            }
        }
    }
}
