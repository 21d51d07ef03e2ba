package org.undatacube.aggregation.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.http.Problem;

class WorkshopTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void makesOnceWhatManyAskFor() throws InterruptedException, ExecutionException {
        AtomicInteger times = new AtomicInteger();
        CountDownLatch allAsked = new CountDownLatch(10);
        ExecutorService askers = Executors.newFixedThreadPool(10);
        try (Workshop workshop = new Workshop(shelf(1_000, NOW), LONG)) {
            List<Future<Optional<Path>>> answers = new ArrayList<>();
            for (int asker = 0; asker < 10; asker++) {
                answers.add(askers.submit(() -> {
                    allAsked.countDown();
                    return workshop.get("a", made -> {
                        times.incrementAndGet();
                        await(allAsked);
                        fill(made, 10);
                    });
                }));
            }

            for (Future<Optional<Path>> answer : answers) {
                assertEquals(Optional.of(folder.resolve("a")), answer.get());
            }
        } finally {
            askers.shutdownNow();
        }
        assertEquals(1, times.get());
    }

    @Test
    void letsNobodyWaitForLongAndHasItLater() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Shelf shelf = shelf(1_000, NOW);
        try (Workshop workshop = new Workshop(shelf, Duration.ZERO);
                Workshop patient = new Workshop(shelf, LONG)) {
            assertEquals(Optional.empty(), workshop.get("a", made -> {
                done.join();
                fill(made, 10);
            }));
            assertEquals(Optional.empty(), shelf.find("a"));

            done.complete(null);
            assertTrue(patient.get("a", made -> fill(made, 10)).isPresent());
        }
    }

    @Test
    void refusesWhereTooManyAreToBeMadeBefore() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        try (Workshop workshop = new Workshop(shelf(1_000, NOW), Duration.ZERO)) {
            Problem busy = assertThrows(Problem.class, () -> {
                for (int number = 0; number < 100; number++) {
                    workshop.get("product" + number, made -> done.join());
                }
            });

            assertSame(AggregationProblem.BULK_BUSY, busy.type());
            done.complete(null);
        }
    }

    @RepeatedTest(200)
    void leavesNothingOfWhatFailedAndTriesAgainAtOnce() throws IOException {
        try (Workshop workshop = new Workshop(shelf(1_000, NOW), LONG)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> workshop.get("a", made -> {
                        fill(made, 10);
                        throw new IOException("the disk is full");
                    }));
            try (var files = Files.list(folder)) {
                assertEquals(0, files.count());
            }

            assertTrue(workshop.get("a", made -> fill(made, 10)).isPresent());
        }
    }

    @Test
    void letsGoOfWhatWasUsedLongestAgo() {
        shelf(100, NOW).put("a", made -> fill(made, 40));
        shelf(100, NOW.plusSeconds(1)).put("b", made -> fill(made, 40));
        shelf(100, NOW.plusSeconds(2)).find("a");
        shelf(100, NOW.plusSeconds(3)).put("c", made -> fill(made, 40));

        assertTrue(shelf(100, NOW).find("a").isPresent());
        assertFalse(shelf(100, NOW).find("b").isPresent());
        assertTrue(shelf(100, NOW).find("c").isPresent());
    }

    @Test
    void keepsWhatIsLargerThanAllThatMayBeKept() {
        shelf(100, NOW).put("a", made -> fill(made, 40));
        shelf(100, NOW.plusSeconds(1)).put("b", made -> fill(made, 400));

        assertFalse(shelf(100, NOW).find("a").isPresent());
        assertTrue(shelf(100, NOW).find("b").isPresent());
    }

    @Test
    void clearsAwayWhatWasBeingMadeWhenTheProcessEnded() throws IOException {
        fill(Files.createDirectories(folder.resolve(".making-1/year=2024")), 10);

        shelf(100, NOW);

        assertFalse(Files.exists(folder.resolve(".making-1")));
    }

    private Shelf shelf(long limit, Instant now) {
        return new Shelf(folder, limit, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void fill(Path made, int bytes) throws IOException {
        Files.write(made.resolve(Manifest.FILE), new byte[bytes]);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
