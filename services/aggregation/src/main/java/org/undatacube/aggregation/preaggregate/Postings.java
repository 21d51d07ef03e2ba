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

    /** Those that the column has, ascending. */
    private final char[] codes;
    /** Where each code's rows end in the list of all; they begin where those of the code before end. */
    private final int[] ends;
    /** All rows by their codes, where each fits a {@code char}; else null. */
    private final char[] near;
    /** All rows by their codes, where some do not fit a {@code char}; else null. */
    private final int[] far;

    private Postings(char[] codes, int[] ends, char[] near, int[] far) {
        this.codes = codes;
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
        char[] codes = new char[different];
        int[] ends = new int[different];
        // from here on a code's count is where its next row goes
        int[] next = counts;
        int end = 0;
        int index = 0;
        for (int code = 0; code < counts.length; code++) {
            int count = counts[code];
            next[code] = end;
            end += count;
            if (count > 0) {
                codes[index] = (char) code;
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
        return Optional.of(new Postings(codes, ends, near, far));
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

    /** How many different codes the column has. */
    int codes() {
        return codes.length;
    }

    char code(int index) {
        return codes[index];
    }

    /** The first of a code's places in the list of rows. */
    int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    int end(int index) {
        return ends[index];
    }

    /** How many rows have a code whose offset is not {@link Grid#REJECTED}. */
    int count(long[] offsets) {
        int count = 0;
        int start = 0;
        for (int index = 0; index < codes.length; index++) {
            if (offsets[codes[index]] >= 0) {
                count += ends[index] - start;
            }
            start = ends[index];
        }
        return count;
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
        return 2L * Block.ARRAY_BYTES
                + (Character.BYTES + Integer.BYTES) * (long) codes.length
                + (near != null ? Character.BYTES * (long) near.length : Integer.BYTES * (long) far.length);
    }
}
