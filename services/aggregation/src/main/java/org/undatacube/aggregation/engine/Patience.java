package org.undatacube.aggregation.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.http.Problem;

/** How long a question may go on: until its time is over, whoever asked it has gone or its cells are too many. */
public final class Patience {
    private final Duration limit;
    private final long end;
    private final Optional<CellLimit.Held> cells;
    private final List<Runnable> listeners = new ArrayList<>();
    private volatile boolean cancelled;

    /** With cells without end. */
    public Patience(Duration limit) {
        this(limit, Optional.empty());
    }

    /** @param cells those that the question holds */
    public Patience(Duration limit, CellLimit.Held cells) {
        this(limit, Optional.of(cells));
    }

    private Patience(Duration limit, Optional<CellLimit.Held> cells) {
        this.limit = limit;
        this.cells = cells;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /** Ends the question, now where it is being answered, else as soon as it would begin. */
    public void cancel() {
        List<Runnable> told;
        synchronized (listeners) {
            cancelled = true;
            told = List.copyOf(listeners);
        }
        told.forEach(Runnable::run);
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** How much time is left. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /**
     * To be asked from time to time while something long is done.
     *
     * @throws Problem where the time is over or the question was cancelled
     */
    public void check() {
        if (cancelled) {
            throw new Problem(AggregationProblem.CANCELLED, "Whoever asked the question has gone.");
        }
        if (end - System.nanoTime() < 0) {
            throw tooSlow();
        }
    }

    /**
     * To be told by whoever puts lines together into cells, as they become more.
     *
     * @throws Problem where the question has more than are allowed, or others hold too many
     */
    public void hold(long moreCells) {
        cells.ifPresent(its -> its.add(moreCells));
    }

    /** What is thrown where the time is over. */
    public Problem tooSlow() {
        return new Problem(
                        AggregationProblem.TOO_SLOW,
                        "The question was given up after " + limit.toSeconds() + " seconds.")
                .with("timeLimitSeconds", limit.toSeconds());
    }

    /**
     * Waits for what somebody else makes, who is not disturbed where it is not waited for to the end.
     *
     * @throws Problem where the time is over or the question was cancelled before
     * @throws ExecutionException where its maker failed
     */
    public <T> T await(CompletableFuture<T> made) throws ExecutionException {
        CompletableFuture<T> own = made.copy();
        Listening listening = whenCancelled(() -> own.cancel(false));
        try {
            return own.get(left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw tooSlow();
        } catch (CancellationException e) {
            check();
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        } finally {
            listening.close();
        }
    }

    /** Has something told of a cancellation until it is closed; at once where it was cancelled already. */
    public Listening whenCancelled(Runnable told) {
        synchronized (listeners) {
            listeners.add(told);
        }
        if (cancelled) {
            told.run();
        }
        return () -> {
            synchronized (listeners) {
                listeners.remove(told);
            }
        };
    }

    /** Ends the telling. */
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
