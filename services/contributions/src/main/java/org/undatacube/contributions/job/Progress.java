package org.undatacube.contributions.job;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.undatacube.contributions.submission.Finding;

/**
 * How far the reading of a body has come. It is written by the thread that reads and seen by those that watch, one of
 * which may end it.
 */
public final class Progress {
    private static final Finding.Counts NONE = new Finding.Counts(0, 0, 0);

    private volatile Stage stage = new Stage(0, 0, NONE);
    private volatile boolean cancelled;
    private LongSupplier rows = () -> 0;
    private Supplier<Finding.Counts> findings = () -> NONE;
    private long bytes;

    /** What is known at a moment. */
    public record Stage(long bytes, long rows, Finding.Counts findings) {}

    /** Thrown where the reading is to end without effect. */
    public static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Cancelled() {
            super("cancelled");
        }
    }

    /** To be called by the reading thread before the lines: where rows and findings are counted. */
    public void watch(LongSupplier rowsRead, Supplier<Finding.Counts> found) {
        rows = rowsRead;
        findings = found;
    }

    /** To be called by the reading thread at the beginning of the body, each time it is read. */
    public void restart() {
        bytes = 0;
        check();
    }

    /**
     * To be called by the reading thread.
     *
     * @throws Cancelled where there is no use in going on
     */
    public void read(long more) {
        bytes += more;
        complete();
        check();
    }

    /** To be called by the reading thread at the end: what was counted after the last bytes came. */
    Stage complete() {
        stage = new Stage(bytes, rows.getAsLong(), findings.get());
        return stage;
    }

    /** @throws Cancelled where there is no use in going on */
    public void check() {
        if (cancelled) {
            throw new Cancelled();
        }
    }

    public void cancel() {
        cancelled = true;
    }

    public Stage stage() {
        return stage;
    }
}
