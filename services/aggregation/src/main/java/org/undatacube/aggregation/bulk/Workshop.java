package org.undatacube.aggregation.bulk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.http.Problem;
import org.undatacube.http.correlation.RequestId;

/** Makes one product at a time, and each once, however many ask for it. */
final class Workshop implements AutoCloseable {
    static final int RETRY_AFTER_SECONDS = 5;
    private static final int MOST_WAITING = 16;

    private final Shelf shelf;
    private final Duration patience;
    private final Map<String, CompletableFuture<Path>> underWay = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor one = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> new Thread(task, "bulk"));

    /** @param patience how long somebody waits for what is being made */
    Workshop(Shelf shelf, Duration patience) {
        this.shelf = shelf;
        this.patience = patience;
    }

    /**
     * The folder of a product, which is made where it is not there; empty where that takes longer than a request waits.
     *
     * @throws Problem where too many others are to be made before, or where its maker has one
     */
    Optional<Path> get(String name, Shelf.Filling filling) {
        Optional<Path> there = shelf.find(name);
        if (there.isPresent()) {
            return there;
        }
        CompletableFuture<Path> mine = new CompletableFuture<>();
        CompletableFuture<Path> theirs = underWay.putIfAbsent(name, mine);
        if (theirs == null) {
            begin(name, filling, mine);
        }
        return await(theirs == null ? mine : theirs);
    }

    /** How many products are being made or wait for it. */
    int underWay() {
        return underWay.size();
    }

    /** What is being made is given up; its remains are deleted at the next start. */
    @Override
    public void close() {
        one.shutdownNow();
    }

    private void begin(String name, Shelf.Filling filling, CompletableFuture<Path> waitedFor) {
        try {
            one.execute(RequestId.carriedBy(() -> make(name, filling, waitedFor)));
        } catch (RejectedExecutionException e) {
            Problem problem = new Problem(
                            AggregationProblem.BULK_BUSY,
                            "There are " + MOST_WAITING + " other products to be made before this one.",
                            e)
                    .with("retryAfter", RETRY_AFTER_SECONDS);
            fail(name, waitedFor, problem);
        }
    }

    private void make(String name, Shelf.Filling filling, CompletableFuture<Path> waitedFor) {
        try {
            // it may have been made between the look and the turn
            Path made = shelf.find(name).orElseGet(() -> shelf.put(name, filling));
            underWay.remove(name, waitedFor);
            waitedFor.complete(made);
        } catch (Throwable e) {
            fail(name, waitedFor, e);
        }
    }

    private void fail(String name, CompletableFuture<Path> waitedFor, Throwable failure) {
        // before anybody hears of it, or who tries again at once is given the same failure
        underWay.remove(name, waitedFor);
        waitedFor.completeExceptionally(failure);
    }

    private Optional<Path> await(CompletableFuture<Path> made) {
        try {
            return Optional.of(made.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw new IllegalStateException("Files cannot be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for files", e);
        }
    }
}
