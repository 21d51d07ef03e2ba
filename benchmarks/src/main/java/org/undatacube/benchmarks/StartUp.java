package org.undatacube.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How long the parts of the suite take to get ready, all services starting at once as the launcher does it.
 *
 * @param readyAfter for a service since its process was made; for PostgreSQL since the launcher was called
 * @param whole from calling the launcher until the last service is ready
 * @param memory of each part when all were ready
 */
record StartUp(Map<String, Duration> readyAfter, Duration whole, Memory memory) {
    static StartUp of(Suite suite) throws IOException, InterruptedException {
        Instant begin = Instant.now();
        Process launcher = suite.start("up");
        // each part is watched by itself, so that one that answers slowly does not delay the sight of another
        ExecutorService watchers = Executors.newFixedThreadPool(Memory.PARTS.size());
        try {
            Map<String, Future<Instant>> ready = new LinkedHashMap<>();
            for (String part : Memory.PARTS) {
                ready.put(part, watchers.submit(() -> awaitReady(suite, part, launcher)));
            }
            Map<String, Duration> readyAfter = new LinkedHashMap<>();
            for (String part : Memory.PARTS) {
                Instant at = ready.get(part).get();
                readyAfter.put(part, Duration.between(made(suite, part, begin), at));
            }
            Duration whole = Duration.between(begin, Instant.now());
            Memory memory = Memory.of(suite);
            suite.requireSuccess(launcher, "up");
            return new StartUp(readyAfter, whole, memory);
        } catch (ExecutionException e) {
            throw new IOException("The suite did not start", e);
        } finally {
            watchers.shutdownNow();
        }
    }

    private static Instant awaitReady(Suite suite, String part, Process launcher)
            throws IOException, InterruptedException {
        Suite.await(() -> {
            if (!launcher.isAlive()) {
                suite.requireSuccess(launcher, "up");
            }
            return isReady(suite, part);
        });
        return Instant.now();
    }

    private static boolean isReady(Suite suite, String part) throws InterruptedException {
        return part.equals(Suite.POSTGRESQL) ? isListening(suite.port(part)) : suite.isReady(part);
    }

    /** The launcher writes a service's file as soon as it has made the process. */
    private static Instant made(Suite suite, String part, Instant begin) throws IOException {
        return part.equals(Suite.POSTGRESQL)
                ? begin
                : Files.getLastModifiedTime(suite.pidFile(part)).toInstant();
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    MarkdownTable table() {
        MarkdownTable table = new MarkdownTable("part", "ready after, s", "memory, MiB");
        for (String part : Memory.PARTS) {
            table.add(List.of(part, seconds(readyAfter.get(part)), Memory.mebibytes(memory.resident(), part)));
        }
        table.add(List.of("whole suite", seconds(whole), ""));
        return table;
    }

    private static String seconds(Duration duration) {
        return MarkdownTable.number(duration.toMillis() / 1000.0, 1);
    }
}
