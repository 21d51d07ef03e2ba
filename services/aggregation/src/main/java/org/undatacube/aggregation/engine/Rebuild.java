package org.undatacube.aggregation.engine;

/** A store in the making. Closed before it is finished, it leaves nothing behind. */
public interface Rebuild extends Intake, AutoCloseable {
    /** Puts what was taken in here in the place of what the engine had. */
    void finish();

    @Override
    void close();
}
