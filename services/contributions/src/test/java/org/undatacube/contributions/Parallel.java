package org.undatacube.contributions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same in several threads at once. */
final class Parallel {
    private Parallel() {}

    /** What one thread does. */
    @FunctionalInterface
    interface Work<T> {
        T of(int thread) throws Exception;
    }

    /** The results in the order of the threads. */
    static <T> List<T> run(int threads, Work<T> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Collection<Callable<T>> all = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                all.add(() -> work.of(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : executor.invokeAll(all)) {
                results.add(result.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
