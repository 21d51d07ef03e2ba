package org.undatacube.aggregation.engine;

import java.util.function.Function;

/** Keeps the published lines and adds them up. Safe for use by many threads; filled by one at a time. */
public interface Engine extends AutoCloseable {
    /** Reads from one state of the store, which stays as it is until the function returns. */
    <T> T read(Function<Snapshot, T> reading);

    /** Where the next edition is taken in; it is seen as soon as it is complete. */
    Intake intake();

    /** Begins the store anew beside the present one, which answers until {@link Rebuild#finish}. */
    Rebuild rebuild();

    /** How many bytes it takes besides the Java heap, about; 0 where it cannot tell. */
    default long memory() {
        return 0;
    }

    @Override
    void close();
}
