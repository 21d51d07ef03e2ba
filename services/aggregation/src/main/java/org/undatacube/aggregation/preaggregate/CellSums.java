package org.undatacube.aggregation.preaggregate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.undatacube.aggregation.engine.CellLimit;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Tally;

/** What the rows of each cell add up to. Where there may be few cells each has its place, else they are hashed. */
final class CellSums {
    private static final int SCALE = 9;
    private static final BigInteger NANOS = BigInteger.valueOf(Block.NANOS);
    /** Beyond this many places they are too many to be gone through once more. */
    private static final long MOST_PLACES = 1 << 20;

    private static final long FEW_PLACES = 1 << 13;
    /** Up to this many dollars an amount in nanos is a {@code long}. */
    private static final long SMALL = Long.MAX_VALUE / Block.NANOS - 1;

    private static final int SUMS = 3;
    private static final int EXTREMES = 4;

    private final CellLimit limit;
    private final boolean extremes;
    /** Null where each cell has its place. */
    private final LongSlots slots;
    /** For each cell whole dollars, nanos and lines. */
    private long[] sums;
    /** For each cell the whole dollars and nanos of the smallest and of the largest amount. */
    private long[] ends;

    private final List<DistinctKeys> distinct;

    /**
     * @param cells how many there could be
     * @param rows how many rows will be added, about
     * @param distinct counts different keys
     */
    CellSums(long cells, long rows, boolean extremes, List<DistinctKeys> distinct, CellLimit limit) {
        boolean places = cells <= Math.min(MOST_PLACES, Math.max(FEW_PLACES, 2 * rows));
        int room = places ? (int) cells : (int) Math.min(FEW_PLACES, rows);
        this.limit = limit;
        this.extremes = extremes;
        this.slots = places ? null : new LongSlots(room);
        this.sums = new long[SUMS * Math.max(1, room)];
        this.ends = new long[extremes ? EXTREMES * Math.max(1, room) : 0];
        this.distinct = distinct;
    }

    /** Finds the places of some cells, in the array that gives the cells. */
    void find(long[] cells, int count) {
        if (slots == null) {
            return;
        }
        for (int index = 0; index < count; index++) {
            cells[index] = slots.add(cells[index]);
        }
        if (slots.size() > sums.length / SUMS) {
            limit.require(slots.size());
            int room = 2 * Math.max(slots.size(), sums.length / SUMS);
            sums = Arrays.copyOf(sums, SUMS * room);
            ends = Arrays.copyOf(ends, extremes ? EXTREMES * room : 0);
        }
    }

    /** Adds the amounts of some rows in the places of their cells. */
    void add(Block block, long[] places, int[] rows, int count) {
        long[] sums = this.sums;
        long[] wholes = block.wholes;
        int[] nanos = block.nanos;
        int[] lines = block.lines;
        for (int index = 0; index < count; index++) {
            int place = (int) places[index];
            int at = SUMS * place;
            int row = rows[index];
            if (extremes) {
                addEnds(place, sums[at + 2] == 0, wholes[row], nanos[row]);
            }
            sums[at] += wholes[row];
            sums[at + 1] += nanos[row];
            sums[at + 2] += lines == null ? 1 : lines[row];
        }
        for (DistinctKeys each : distinct) {
            each.add(places, rows, count);
        }
    }

    private void addEnds(int place, boolean first, long whole, int nanos) {
        int at = EXTREMES * place;
        if (first || compare(whole, nanos, ends[at], ends[at + 1]) < 0) {
            ends[at] = whole;
            ends[at + 1] = nanos;
        }
        if (first || compare(whole, nanos, ends[at + 2], ends[at + 3]) > 0) {
            ends[at + 2] = whole;
            ends[at + 3] = nanos;
        }
    }

    private static int compare(long whole, long nanos, long otherWhole, long otherNanos) {
        int byWhole = Long.compare(whole, otherWhole);
        return byWhole != 0 ? byWhole : Long.compare(nanos, otherNanos);
    }

    List<Tally> tallies(Grid.Naming naming, Patience patience) {
        int count = slots == null ? sums.length / SUMS : slots.size();
        List<Tally> tallies = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            long lines = sums[SUMS * place + 2];
            if (lines > 0) {
                limit.require(tallies.size() + 1L);
                patience.hold(1);
                tallies.add(tally(naming.keys(slots == null ? place : slots.key(place)), place, lines));
            }
        }
        return tallies;
    }

    private Tally tally(List<String> keys, int place, long lines) {
        List<Long> counts = new ArrayList<>(distinct.size());
        for (DistinctKeys each : distinct) {
            counts.add((long) each.count(place));
        }
        int at = EXTREMES * place;
        return new Tally(
                keys,
                amount(sums[SUMS * place], sums[SUMS * place + 1]),
                lines,
                extremes ? amount(ends[at], ends[at + 1]) : null,
                extremes ? amount(ends[at + 2], ends[at + 3]) : null,
                counts);
    }

    private static BigDecimal amount(long wholes, long nanos) {
        long whole = wholes + nanos / Block.NANOS;
        long rest = nanos % Block.NANOS;
        return Math.abs(whole) <= SMALL
                ? BigDecimal.valueOf(whole * Block.NANOS + rest, SCALE)
                : new BigDecimal(BigInteger.valueOf(whole).multiply(NANOS).add(BigInteger.valueOf(rest)), SCALE);
    }
}
