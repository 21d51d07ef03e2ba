package org.undatacube.aggregation.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.http.Problem;

/** Lets so many questions be answered at once; the others wait for their turn, but not for long. */
@ApplicationScoped
public class Admission {
    private static final int RETRY_AFTER_SECONDS = 5;
    /** How many may wait for each that is answered: each of them keeps a thread, and one that comes later has no chance. */
    private static final int MOST_WAITING = 8;

    private final int most;
    private final Duration longestWait;
    private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private int running;

    @Inject
    Admission(AdmissionConfig config) {
        this(config.atOnce().orElse(2 * Runtime.getRuntime().availableProcessors()), config.longestWait());
    }

    /**
     * @param most how many at once
     * @param longestWait how long a question waits for its turn before it is refused
     */
    public Admission(int most, Duration longestWait) {
        this.most = most;
        this.longestWait = longestWait;
    }

    /**
     * Answers a question when it is its turn.
     *
     * @throws Problem where too many wait already, where its turn did not come within the time that a question waits at
     *     most, or where patience ended before
     */
    public <T> T run(Patience patience, Supplier<T> question) {
        patience.check();
        await(enter(), patience);
        try {
            return question.get();
        } finally {
            leave();
        }
    }

    private void await(CompletableFuture<Void> turn, Patience patience) {
        long most = Math.min(longestWait.toNanos(), patience.left().toNanos());
        Patience.Listening listening = patience.whenCancelled(() -> turn.cancel(false));
        try {
            turn.get(most, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            giveUp(turn, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp(turn, patience);
        } catch (CancellationException e) {
            forgetThoseThatGaveUp();
            patience.check();
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            listening.close();
        }
    }

    private void giveUp(CompletableFuture<Void> turn, Patience patience) {
        if (!turn.cancel(false)) {
            // its turn came just now
            return;
        }
        forgetThoseThatGaveUp();
        patience.check();
        throw tooBusy("this one waited as long as one may");
    }

    private Problem tooBusy(String why) {
        return new Problem(
                        AggregationProblem.TOO_BUSY,
                        "There are " + most + " questions being answered, which is the most at once, and " + why + ".")
                .with("retryAfter", RETRY_AFTER_SECONDS);
    }

    /** How many questions wait for their turn. */
    public synchronized int waiting() {
        return waiting.size();
    }

    /** How many questions are being answered. */
    public synchronized int running() {
        return running;
    }

    private synchronized CompletableFuture<Void> enter() {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        if (running < most) {
            running++;
            turn.complete(null);
        } else if (waiting.size() < MOST_WAITING * most) {
            waiting.add(turn);
        } else {
            throw tooBusy("as many wait as may");
        }
        return turn;
    }

    private synchronized void leave() {
        for (CompletableFuture<Void> next = waiting.poll(); next != null; next = waiting.poll()) {
            // not where it gave up
            if (next.complete(null)) {
                return;
            }
        }
        running--;
    }

    private synchronized void forgetThoseThatGaveUp() {
        waiting.removeIf(CompletableFuture::isDone);
    }
}
