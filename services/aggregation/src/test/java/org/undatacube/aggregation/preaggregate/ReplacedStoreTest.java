package org.undatacube.aggregation.preaggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.undatacube.aggregation.published.Published.breakdown;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.CellLimit;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.Intake;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Rebuild;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.engine.duckdb.DuckDbEngine;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.TestStore;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.codelists.Flow;

/** What is held goes with the store: where that is begun anew, nobody sees the one with the other. */
@Timeout(60)
class ReplacedStoreTest {
    private static final long ENOUGH = 1 << 26;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    Path folder;

    private Engine engine;

    @AfterEach
    void close() {
        threads.shutdownNow();
        engine.close();
    }

    @Test
    void makesNobodyWaitForThoseWhoReadTheOldOne() throws Exception {
        open(DuckDbEngine.open(new TestStore(folder)));
        takeIn(engine.intake(), 1);
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch replaced = new CountDownLatch(1);
        Future<Long> old = threads.submit(() -> engine.read(snapshot -> {
            reading.countDown();
            await(replaced);
            return lines(snapshot);
        }));
        reading.await();

        threads.submit(() -> {
                    replace(2);
                    return null;
                })
                .get(20, TimeUnit.SECONDS);

        assertEquals(2, engine.read(ReplacedStoreTest::lines));
        replaced.countDown();
        assertEquals(1, old.get());
    }

    @Test
    void holdsNothingOfTheOldOneThoughTheReplacementFailedInTheEnd() throws IOException {
        open(new FailingInTheEnd(DuckDbEngine.open(new TestStore(folder))));
        takeIn(engine.intake(), 1);
        assertEquals(1, engine.read(ReplacedStoreTest::lines));

        assertThrows(IllegalStateException.class, () -> replace(2));

        assertEquals(2, engine.read(ReplacedStoreTest::lines));
    }

    /** Every store that follows has one line more, and the same breakdown's number. */
    @Test
    void agreesWithTheStoreAtEveryMoment() throws Exception {
        open(DuckDbEngine.open(new TestStore(folder)));
        takeIn(engine.intake(), 1);
        AtomicBoolean done = new AtomicBoolean();
        List<Future<Void>> readers = Collections.nCopies(2, threads).stream()
                .map(pool -> pool.<Void>submit(() -> {
                    while (!done.get()) {
                        engine.read(snapshot -> {
                            assertEquals(announced(snapshot), lines(snapshot));
                            return null;
                        });
                    }
                    return null;
                }))
                .toList();

        for (int lines = 2; lines <= 40; lines++) {
            replace(lines);
        }
        done.set(true);

        for (Future<Void> reader : readers) {
            reader.get(20, TimeUnit.SECONDS);
        }
        assertEquals(40, engine.read(ReplacedStoreTest::lines));
    }

    private void open(Engine store) {
        engine = new PreAggregatedEngine(
                store, new PreAggregates(ENOUGH, Clock.systemUTC()), new CellLimit(1_000), threads);
    }

    private void replace(int lines) throws IOException {
        try (Rebuild rebuild = engine.rebuild()) {
            takeIn(rebuild, lines);
            rebuild.finish();
        }
    }

    private static void takeIn(Intake intake, int lines) throws IOException {
        Published history = new Published();
        String[] texts = Collections.nCopies(lines, "sdg=5 1.00").toArray(String[]::new);
        history.publish(history.publication(Flow.EXPENSE, "UNDP", 2024, breakdown("sdg", texts)));
        intake.takeIn(history.changes().get(0), line -> history.lines(1).forEach(line));
    }

    private static long announced(Snapshot snapshot) {
        Catalogue catalogue = snapshot.catalogue();
        return catalogue.published(Flow.EXPENSE, catalogue.current()).stream()
                .flatMap(publication -> publication.breakdowns().stream())
                .mapToLong(EditionChange.PublishedBreakdown::lines)
                .sum();
    }

    private static long lines(Snapshot snapshot) {
        Aggregation total = new Aggregation(Flow.EXPENSE, List.of(1L), List.of(), List.of(), false, List.of());
        return snapshot.tally(total, new Patience(Duration.ofSeconds(30)))
                .get(0)
                .lines();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A store whose replacement fails after it took place. */
    private record FailingInTheEnd(Engine real) implements Engine {
        @Override
        public <T> T read(Function<Snapshot, T> reading) {
            return real.read(reading);
        }

        @Override
        public Intake intake() {
            return real.intake();
        }

        @Override
        public Rebuild rebuild() {
            Rebuild rebuild = real.rebuild();
            return new Rebuild() {
                @Override
                public Catalogue catalogue() {
                    return rebuild.catalogue();
                }

                @Override
                public void takeIn(EditionChange change, Lines lines) throws IOException {
                    rebuild.takeIn(change, lines);
                }

                @Override
                public void finish() {
                    rebuild.finish();
                    throw new IllegalStateException("fails in the end");
                }

                @Override
                public void close() {
                    rebuild.close();
                }
            };
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
