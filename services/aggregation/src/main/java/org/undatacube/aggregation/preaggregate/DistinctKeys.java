package org.undatacube.aggregation.preaggregate;

import java.util.Arrays;

/** Counts the different keys in each cell. */
final class DistinctKeys {
    /** Up to this many pairs of cell and key each has its bit. */
    private static final long MOST_BITS = 1L << 23;

    private final long keys;
    /** Null where pairs are hashed. */
    private final long[] bits;
    /** Null where each pair has its bit. */
    private final LongSlots seen;

    private int[] counts = new int[16];
    private char[] column;
    private char constant;
    private int[] keyOf = {};

    /**
     * @param keys all are below this
     * @param cells all are below this
     */
    DistinctKeys(int keys, long cells) {
        boolean few = cells <= MOST_BITS / Math.max(1, keys);
        this.keys = keys;
        this.bits = few ? new long[(int) (cells * keys / Long.SIZE) + 1] : null;
        this.seen = few ? null : new LongSlots(1 << 12);
    }

    /**
     * Where the keys of the next rows are.
     *
     * @param column their codes; null where all have the same
     * @param keyOf each code's key
     */
    void read(char[] column, char constant, int[] keyOf) {
        this.column = column;
        this.constant = constant;
        this.keyOf = keyOf;
    }

    void add(long[] places, int[] rows, int count) {
        for (int index = 0; index < count; index++) {
            int code = column == null ? constant : column[rows[index]];
            add((int) places[index], keyOf[code]);
        }
    }

    private void add(int cell, int key) {
        if (isNew(cell * keys + key)) {
            if (cell >= counts.length) {
                counts = Arrays.copyOf(counts, Math.max(2 * counts.length, cell + 1));
            }
            counts[cell]++;
        }
    }

    int count(int cell) {
        return cell < counts.length ? counts[cell] : 0;
    }

    private boolean isNew(long pair) {
        if (bits == null) {
            int before = seen.size();
            return seen.add(pair) == before;
        }
        int word = (int) (pair / Long.SIZE);
        long bit = 1L << pair;
        boolean added = (bits[word] & bit) == 0;
        bits[word] |= bit;
        return added;
    }
}
