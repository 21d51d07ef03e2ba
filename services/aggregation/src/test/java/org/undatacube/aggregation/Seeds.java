package org.undatacube.aggregation;

import java.util.stream.LongStream;

/**
 * Seeds of random cases: others in each run, so that in time many cases are seen. A case that fails names its seed, and
 * {@code -Ddatacube.seed=… -Ddatacube.seeds=1} sees it again.
 */
public final class Seeds {
    private Seeds() {}

    public static LongStream of(int count) {
        long first = Long.getLong("datacube.seed", System.nanoTime());
        return LongStream.range(first, first + Integer.getInteger("datacube.seeds", count));
    }
}
