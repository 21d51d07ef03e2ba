package org.undatacube.aggregation.following;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.undatacube.aggregation.published.Published.breakdown;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.undatacube.aggregation.coverage.BreakdownChoice;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Rebuild;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.engine.duckdb.DuckDbEngine;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleHistory;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.aggregation.published.TestStore;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.QuestionReader;
import org.undatacube.codelists.Flow;
import org.undatacube.http.correlation.NamedWork;

class FeedFollowerTest {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @TempDir
    Path folder;

    private final Upstream upstream = new Upstream();
    private Engine engine;
    private FeedFollower follower;

    @BeforeEach
    void start() {
        engine = DuckDbEngine.open(new TestStore(folder));
        // compares at every pull
        follower = new FeedFollower(
                engine,
                new Feed(upstream.address(), Duration.ofSeconds(10), JSON),
                Duration.ofSeconds(-1),
                Clock.systemUTC(),
                new NamedWork(OpenTelemetry.noop().getTracer("test")));
    }

    @AfterEach
    void stop() {
        engine.close();
        upstream.close();
    }

    @Test
    void takesInWhatIsPublishedAndGoesOnFromThere() {
        Published history = SampleHistory.create();
        upstream.serve(history);
        follower.poll();
        assertEquals("edition 2: 507.00", state());

        history.publish(history.publication(Flow.EXPENSE, "WFP", 2024, breakdown("function", "function=E02 1.00")));
        follower.poll();

        assertEquals("edition 3: 508.00", state());
    }

    @Test
    @Timeout(60)
    void isUpToDateAlthoughTheNextEditionIsPublishedAlready() {
        Published history = SampleHistory.create();
        upstream.serve(history);
        upstream.beforeLines(() -> history.publish(
                history.publication(Flow.EXPENSE, "WFP", 2024, breakdown("function", "function=E02 1.00"))));

        follower.poll();

        assertTrue(follower.progress().pulledAt().isPresent());
    }

    @Test
    void isThereAgainAfterARestart() {
        upstream.serve(SampleHistory.create());
        follower.poll();
        upstream.takeFeedDown(true);

        engine.close();
        start();

        assertEquals("edition 2: 507.00", state());
        assertEquals("515.500000001", amount(1));
    }

    @Test
    void isRebuiltAfterItsFileWasDeleted() throws IOException {
        upstream.serve(SampleHistory.create());
        follower.poll();
        engine.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }

        start();
        assertEquals("edition 0: 0.00", state());
        follower.poll();

        assertEquals("edition 2: 507.00", state());
        assertEquals("515.500000001", amount(1));
    }

    @Test
    void staysAsItIsWhileTheFeedIsDown() {
        upstream.serve(SampleHistory.create());
        follower.poll();
        upstream.takeFeedDown(true);

        follower.poll();

        assertEquals("edition 2: 507.00", state());
        assertTrue(follower.progress().failure().isPresent());
        upstream.takeFeedDown(false);
        follower.poll();
        assertFalse(follower.progress().failure().isPresent());
    }

    @Test
    void takesInNothingOfAnEditionWhoseLinesAreCut() {
        Published history = SampleHistory.create();
        upstream.serve(history);
        follower.poll();
        String[] many = Stream.generate(() -> "function=E02 1.00").limit(5_000).toArray(String[]::new);
        history.publish(history.publication(Flow.EXPENSE, "WFP", 2024, breakdown("function", many)));
        upstream.cutLines(true);

        follower.poll();
        assertEquals("edition 2: 507.00", state());
        upstream.cutLines(false);
        follower.poll();

        assertEquals("edition 3: 5507.00", state());
    }

    @Test
    void buildsAnewWhenTheFeedHasFewerEditions() {
        upstream.serve(SampleHistory.create());
        follower.poll();
        Published other = new Published();
        other.publish(other.publication(Flow.EXPENSE, "WFP", 2024, breakdown("function", "function=E02 7.00")));
        upstream.serve(other);

        follower.poll();

        assertEquals("edition 1: 7.00", state());
    }

    @Test
    void buildsAnewWhenTheFeedIsAsLongButAnother() {
        upstream.serve(SampleHistory.create());
        follower.poll();
        Published other = SampleHistory.create();
        other.publish(other.publication(Flow.EXPENSE, "WFP", 2023, breakdown("function", "function=E02 380.00")));
        upstream.serve(other);

        follower.poll();

        assertEquals("edition 3: 607.00", state());
        engine.close();
        start();
        assertEquals("edition 3: 607.00", state());
    }

    @Test
    void buildsAnewFromNothingWhenTheFeedIsEmpty() {
        upstream.serve(SampleHistory.create());
        follower.poll();
        upstream.serve(new Published());

        follower.poll();

        assertEquals("edition 0: 0.00", state());
    }

    @Test
    void keepsTheOldCubeWhereARebuildFailsAndLeavesNothingBehind() {
        upstream.serve(SampleHistory.create());
        follower.poll();
        upstream.serve(SampleHistory.create());
        upstream.cutLines(true);

        follower.poll();
        assertEquals("edition 2: 507.00", state());
        upstream.cutLines(false);
        follower.poll();

        assertEquals("edition 2: 507.00", state());
        assertFalse(follower.progress().failure().isPresent());
    }

    @Test
    void forgetsARebuildThatDidNotEndBeforeARestart() throws IOException {
        Published history = SampleHistory.create();
        upstream.serve(history);
        follower.poll();
        Rebuild unfinished = engine.rebuild();
        unfinished.takeIn(history.changes().get(0), lines -> history.lines(1).forEach(lines));

        engine.close();
        start();
        follower.poll();

        assertEquals("edition 2: 507.00", state());
    }

    @Test
    @Timeout(120)
    void answersFromOneEditionWhileOthersComeIn() throws Exception {
        Published history = new Published();
        upstream.serve(history);
        List<Set<String>> seen = List.of(ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet());
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(seen.size());
        List<Future<?>> reading = seen.stream()
                .<Future<?>>map(states -> readers.submit(() -> {
                    while (!done.get()) {
                        states.add(state());
                    }
                }))
                .toList();

        // every edition's total is ten times its number; a reader that failed is done too
        int last = 0;
        while (seen.stream().anyMatch(states -> states.size() < 10)
                && reading.stream().noneMatch(Future::isDone)) {
            last++;
            history.publish(history.publication(
                    Flow.EXPENSE,
                    "WFP",
                    2024,
                    breakdown("function", "function=E01 " + 4 * last, "function=E02 " + 6 * last)));
            follower.poll();
        }
        done.set(true);

        for (Future<?> reader : reading) {
            reader.get(30, TimeUnit.SECONDS);
        }
        readers.shutdown();
        for (Set<String> states : seen) {
            for (String state : states) {
                long edition = Long.parseLong(state.replaceAll("edition (\\d+):.*", "$1"));
                assertEquals("edition " + edition + ": " + 10 * edition + ".00", state);
            }
        }
        assertEquals("edition " + last + ": " + 10 * last + ".00", state());
    }

    /** The last edition and the total of all expenses in it. */
    private String state() {
        return engine.read(snapshot -> {
            long edition = snapshot.catalogue().current().number();
            return "edition " + edition + ": " + amount(snapshot, edition);
        });
    }

    private String amount(long edition) {
        return engine.read(snapshot -> amount(snapshot, edition));
    }

    private static String amount(Snapshot snapshot, long edition) {
        Members members = SampleLists.members();
        Question question = new QuestionReader(Flow.EXPENSE, members, 2026).read(new Parameters(Map.of(), List.of()));
        BreakdownChoice choice = BreakdownChoice.of(
                question,
                snapshot.catalogue()
                        .published(
                                Flow.EXPENSE,
                                snapshot.catalogue().edition(edition).orElseThrow()),
                members,
                BigDecimal.ONE);
        Aggregation total = new Aggregation(Flow.EXPENSE, choice.breakdowns(), List.of(), List.of(), false, List.of());
        return snapshot.tally(total, new Patience(Duration.ofSeconds(30))).stream()
                .map(tally -> new Usd(tally.amount()).toString())
                .findFirst()
                .orElse("0.00");
    }
}
