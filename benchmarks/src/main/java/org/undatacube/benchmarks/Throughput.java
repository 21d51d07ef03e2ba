package org.undatacube.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How fast clients got answers of which each asked again as soon as it had one.
 *
 * @param perSecond answers of all clients together
 * @param median in milliseconds
 * @param p99 in milliseconds; of a hundred answers all but the slowest came within this time
 */
record Throughput(double perSecond, double median, double p99) {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    /** For so many seconds, and until each client has one answer at least. */
    static Throughput of(Read read, int seconds) throws Exception {
        ExecutorService asking = Executors.newFixedThreadPool(read.clients());
        try {
            long begin = System.nanoTime();
            long end = begin + Math.round(seconds * NANOS_PER_SECOND);
            List<Future<List<Long>>> clients = new ArrayList<>();
            for (int client = 0; client < read.clients(); client++) {
                clients.add(asking.submit(() -> ask(read.connecting(), end)));
            }
            List<Long> nanos = new ArrayList<>();
            for (Future<List<Long>> client : clients) {
                nanos.addAll(client.get());
            }
            double perSecond = nanos.size() * NANOS_PER_SECOND / (System.nanoTime() - begin);
            nanos.sort(null);
            return new Throughput(perSecond, percentile(nanos, 50), percentile(nanos, 99));
        } finally {
            asking.shutdownNow();
        }
    }

    private static List<Long> ask(Callable<Read.Client> connecting, long end) throws Exception {
        List<Long> nanos = new ArrayList<>();
        try (Read.Client client = connecting.call()) {
            do {
                long begin = System.nanoTime();
                client.ask();
                nanos.add(System.nanoTime() - begin);
            } while (System.nanoTime() < end);
        }
        return nanos;
    }

    private static double percentile(List<Long> sorted, int percent) {
        int rank = (sorted.size() * percent + 99) / 100;
        return sorted.get(rank - 1) / NANOS_PER_MILLI;
    }
}
