package org.undatacube.aggregation.preaggregate;

import java.util.Arrays;
import java.util.Optional;

/**
 * Which rows of a block have which code in a column: where few codes are asked for, only their rows are looked at. It never
 * changes.
 */
final class Postings {
    /** Where there are fewer codes, a question that leaves some out still reads most rows. */
    private static final int FEWEST_CODES = 6;
    /** Fewer rows are read sooner than looked up. */
    private static final int FEWEST_ROWS = 128;

    /** Which codes the column has, a bit for each. */
    private final long[] present;
    /** How many codes stand before each word of {@link #present}. */
    private final char[] before;
    /** Where each code's rows end in the list of all; they begin where those of the code before end. */
    private final int[] ends;
    /** All rows by their codes, where each fits a {@code char}; else null. */
    private final char[] near;
    /** All rows by their codes, where some do not fit a {@code char}; else null. */
    private final int[] far;

    private Postings(long[] present, char[] before, int[] ends, char[] near, int[] far) {
        this.present = present;
        this.before = before;
        this.ends = ends;
        this.near = near;
        this.far = far;
    }

    /** Empty where the column has so few codes or rows that it would not pay. */
    static Optional<Postings> of(char[] column) {
        if (column.length < FEWEST_ROWS) {
            return Optional.empty();
        }
        int[] counts = counts(column);
        int different = 0;
        for (int count : counts) {
            different += count > 0 ? 1 : 0;
        }
        if (different < FEWEST_CODES) {
            return Optional.empty();
        }
        long[] present = new long[(counts.length + Long.SIZE - 1) / Long.SIZE];
        char[] before = new char[present.length];
        int[] ends = new int[different];
        // from here on a code's count is where its next row goes
        int[] next = counts;
        int end = 0;
        int index = 0;
        for (int code = 0; code < counts.length; code++) {
            if (code % Long.SIZE == 0) {
                before[code / Long.SIZE] = (char) index;
            }
            int count = counts[code];
            next[code] = end;
            end += count;
            if (count > 0) {
                present[code / Long.SIZE] |= 1L << code;
                ends[index++] = end;
            }
        }
        boolean isNear = column.length <= Character.MAX_VALUE + 1;
        char[] near = isNear ? new char[column.length] : null;
        int[] far = isNear ? null : new int[column.length];
        for (int row = 0; row < column.length; row++) {
            int at = next[column[row]]++;
            if (isNear) {
                near[at] = (char) row;
            } else {
                far[at] = row;
            }
        }
        return Optional.of(new Postings(present, before, ends, near, far));
    }

    private static int[] counts(char[] column) {
        int[] counts = new int[64];
        for (char code : column) {
            if (code >= counts.length) {
                counts = Arrays.copyOf(counts, 2 * code);
            }
            counts[code]++;
        }
        return counts;
    }

    /** The places of a code's rows in the list of all. */
    @FunctionalInterface
    interface Places {
        void are(int from, int end);
    }

    /** How many rows have one of some codes, a bit for each. */
    int count(long[] codes) {
        int count = 0;
        for (int word = 0; word < Math.min(present.length, codes.length); word++) {
            for (long hits = present[word] & codes[word]; hits != 0; hits &= hits - 1) {
                int index = index(word, Long.numberOfTrailingZeros(hits));
                count += ends[index] - start(index);
            }
        }
        return count;
    }

    /** Goes through the codes that the column has of some. */
    void forEach(long[] codes, Places places) {
        for (int word = 0; word < Math.min(present.length, codes.length); word++) {
            for (long hits = present[word] & codes[word]; hits != 0; hits &= hits - 1) {
                int index = index(word, Long.numberOfTrailingZeros(hits));
                places.are(start(index), ends[index]);
            }
        }
    }

    private int index(int word, int bit) {
        return before[word] + Long.bitCount(present[word] & ((1L << bit) - 1));
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** Copies the rows at some places of the list. */
    void copy(int from, int count, int[] rows, int at) {
        if (far != null) {
            System.arraycopy(far, from, rows, at, count);
            return;
        }
        for (int index = 0; index < count; index++) {
            rows[at + index] = near[from + index];
        }
    }

    /** What it takes of the Java heap, about. */
    long bytes() {
        return 4L * Block.ARRAY_BYTES
                + (Long.BYTES + Character.BYTES) * (long) present.length
                + Integer.BYTES * (long) ends.length
                + (near != null ? Character.BYTES * (long) near.length : Integer.BYTES * (long) far.length);
    }
}
