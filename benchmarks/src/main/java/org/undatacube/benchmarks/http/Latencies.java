package org.undatacube.benchmarks.http;

import java.util.Arrays;

/** How long answers took. */
public final class Latencies {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int AT_FIRST = 1 << 12;

    private long[] nanos = new long[AT_FIRST];
    private int count;
    private boolean isSorted;

    public void add(long taken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = taken;
        isSorted = false;
    }

    public int count() {
        return count;
    }

    /** In milliseconds; so much of a hundred answers came within this time. Not a number where there are none. */
    public double percentile(int percent) {
        if (count == 0) {
            return Double.NaN;
        }
        if (!isSorted) {
            Arrays.sort(nanos, 0, count);
            isSorted = true;
        }
        int rank = (int) (((long) count * percent + 99) / 100);
        return nanos[rank - 1] / NANOS_PER_MILLI;
    }
}
