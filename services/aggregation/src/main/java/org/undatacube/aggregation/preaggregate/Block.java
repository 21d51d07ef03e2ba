package org.undatacube.aggregation.preaggregate;

import java.util.stream.Stream;

/**
 * A breakdown's lines in columns: the numbers of their codes in some dimensions and their amounts. An amount is {@code
 * whole + nanos / 1,000,000,000} dollars, 0 ≤ nanos < 1,000,000,000; both parts can be added up on their own. It never
 * changes, so that its columns are read without asking.
 */
final class Block {
    static final int NANOS = 1_000_000_000;
    /** Up to this magnitude nothing that is added up can leave the range of a {@code long}. */
    static final long MOST_MAGNITUDE = 1L << 62;

    private static final int ROW_BYTES = Long.BYTES + Integer.BYTES;
    /** Of an array's header, its reference and what it is rounded up by, in a usual Java heap. */
    static final int ARRAY_BYTES = 28;

    /** What a block takes besides its rows, at most about. */
    static final int MOST_OVERHEAD = 32 * ARRAY_BYTES;

    final int subset;
    final int rows;
    /** By position; null where the block does not have the dimension and where all rows have the same code. */
    final char[][] codes;
    /** By position: the code of all rows, where there is no column. */
    final char[] constants;
    /** By position; null where there is no column and where it would not pay. */
    final Postings[] postings;
    /** By position: all codes of the column are below this; 0 where there is none. */
    final int[] bounds;

    final long[] wholes;
    final int[] nanos;
    /** How many lines a row was merged from; null where each row is a single line. */
    final int[] lines;
    /** No less than what the whole parts of all lines add up to with their signs left out, and carried nanos. */
    final long magnitude;

    Block(int subset, char[][] codes, char[] constants, long[] wholes, int[] nanos, int[] lines, long magnitude) {
        this.subset = subset;
        this.rows = wholes.length;
        this.codes = codes;
        this.constants = constants;
        this.postings = Stream.of(codes)
                .map(column -> column == null ? null : Postings.of(column).orElse(null))
                .toArray(Postings[]::new);
        this.bounds = Stream.of(codes).mapToInt(Block::bound).toArray();
        this.wholes = wholes;
        this.nanos = nanos;
        this.lines = lines;
        this.magnitude = magnitude;
    }

    private static int bound(char[] column) {
        int most = -1;
        if (column != null) {
            for (char code : column) {
                most = Math.max(most, code);
            }
        }
        return most + 1;
    }

    boolean isMerged() {
        return lines != null;
    }

    /** What it takes of the Java heap, about. */
    long bytes() {
        long bytes = ROW_BYTES * (long) rows + 8L * ARRAY_BYTES;
        if (lines != null) {
            bytes += Integer.BYTES * (long) rows + ARRAY_BYTES;
        }
        for (char[] column : codes) {
            bytes += column == null ? Integer.BYTES : Character.BYTES * (long) rows + ARRAY_BYTES;
        }
        for (Postings its : postings) {
            bytes += its == null ? 0 : its.bytes();
        }
        return bytes;
    }

    /** What a row of some dimensions and its entity takes at most, about. */
    static int rowBytes(int subset, boolean merged) {
        int columns = 1 + Integer.bitCount(subset);
        return ROW_BYTES + 2 * Character.BYTES * columns + (merged ? Integer.BYTES : 0);
    }
}
