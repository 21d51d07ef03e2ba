package org.undatacube.aggregation.engine.duckdb;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.undatacube.aggregation.engine.Patience;

/** Stops a statement when its question's patience ends; to be closed when it has run. */
final class Interruption implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Interruption.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final Statement statement;
    private Patience.Listening listening;
    private Future<?> tries;
    private boolean closed;

    private Interruption(Statement statement) {
        this.statement = statement;
    }

    static Interruption of(Statement statement, Patience patience) {
        Interruption interruption = new Interruption(statement);
        interruption.tries = interruption.tryFrom(patience.left());
        interruption.listening = patience.whenCancelled(interruption::tryNow);
        return interruption;
    }

    /** After this the statement can serve another question. */
    @Override
    public void close() {
        listening.close();
        synchronized (this) {
            closed = true;
            tries.cancel(false);
        }
    }

    private synchronized void tryNow() {
        if (!closed) {
            tries.cancel(false);
            tries = tryFrom(Duration.ZERO);
        }
    }

    /** Again and again, for a statement that is only about to run does not notice. */
    private Future<?> tryFrom(Duration delay) {
        return CLOCK.scheduleWithFixedDelay(
                this::interrupt, delay.toNanos(), BETWEEN_TRIES.toNanos(), TimeUnit.NANOSECONDS);
    }

    private synchronized void interrupt() {
        if (!closed) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                LOG.debug("A statement that is to be stopped has ended", e);
            }
        }
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "question-interruption");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }
}
