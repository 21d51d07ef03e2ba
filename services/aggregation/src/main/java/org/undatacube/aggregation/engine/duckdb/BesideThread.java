package org.undatacube.aggregation.engine.duckdb;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does work on a thread of its own while whoever has it prepares the next piece; never more than one at a time. */
final class BesideThread {
    private final ExecutorService thread;
    private Future<?> work = CompletableFuture.completedFuture(null);

    BesideThread(String name) {
        thread = Executors.newSingleThreadExecutor(task -> {
            Thread its = new Thread(task, name);
            its.setDaemon(true);
            return its;
        });
    }

    /** Begins when the work before is done; what that threw is thrown here. */
    void begin(Runnable next) {
        await();
        work = thread.submit(next);
    }

    /** Waits for the work that was begun; what it threw is thrown here. */
    void await() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    work.get();
                    return;
                } catch (InterruptedException e) {
                    // it uses what the caller will close, so there is no leaving before it
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            work = CompletableFuture.completedFuture(null);
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Does something last, whatever the work before it threw, and ends. */
    void close(Runnable last) {
        try {
            await();
        } finally {
            try {
                begin(last);
                await();
            } finally {
                thread.shutdown();
            }
        }
    }
}
