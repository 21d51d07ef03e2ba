package org.undatacube.aggregation.engine.duckdb;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.undatacube.aggregation.published.Published.breakdown;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Structure;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.Axis;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Tally;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.aggregation.published.TestStore;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;
import org.undatacube.codelists.Hierarchy;
import org.undatacube.http.Problem;

/** A question that goes too far is stopped, says why, and leaves the engine as it was. */
@Timeout(120)
class DuckDbBoundsTest {
    private static final int LINES = 3_000;
    private static final int GROUPS = 400;
    private static final Members MEMBERS = members();
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Published history = new Published();
    private Engine engine;

    @BeforeEach
    void fill() throws IOException {
        engine = DuckDbEngine.open(new TestStore(folder));
        takeIn(
                1,
                IntStream.range(0, LINES)
                        .mapToObj(number -> "location=ML sdg=5 " + number)
                        .toArray(String[]::new));
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        engine.close();
    }

    @Test
    void stopsAQuestionThatIsCancelledWhileItRuns() {
        Patience patience = new Patience(LONG);
        AtomicReference<Thread> asking = new AtomicReference<>();
        Future<List<Tally>> answer = threads.submit(() -> {
            asking.set(Thread.currentThread());
            return tally(heavy(), patience);
        });
        await().until(() -> isExecuting(asking.get()));

        patience.cancel();

        // its answer would take minutes
        ExecutionException stopped = assertThrows(ExecutionException.class, () -> answer.get(60, TimeUnit.SECONDS));
        assertEquals(
                AggregationProblem.CANCELLED,
                assertInstanceOf(Problem.class, stopped.getCause()).type());
        assertAnswersOn();
    }

    @Test
    void stopsWheneverItIsCancelled() throws InterruptedException, ExecutionException {
        for (int time = 0; time < 20; time++) {
            Patience patience = new Patience(LONG);
            Future<List<Tally>> answer = threads.submit(() -> tally(heavy(), patience));
            threads.submit(patience::cancel).get();

            ExecutionException stopped = assertThrows(ExecutionException.class, answer::get);

            assertEquals(
                    AggregationProblem.CANCELLED,
                    assertInstanceOf(Problem.class, stopped.getCause()).type());
        }
        assertAnswersOn();
    }

    @Test
    void stopsAQuestionWhoseTimeIsOver() {
        Problem problem = assertThrows(Problem.class, () -> tally(heavy(), new Patience(Duration.ofMillis(300))));

        assertEquals(AggregationProblem.TOO_SLOW, problem.type());
        assertAnswersOn();
    }

    @Test
    void saysThatAQuestionNeedsMoreMemoryThanThereIs() throws IOException {
        // long codes that no compression makes short
        Random random = new Random(1);
        takeIn(
                2,
                IntStream.range(0, 200_000)
                        .mapToObj(number -> "location=" + new BigInteger(2_400, random).toString(36) + " sdg=5 1")
                        .toArray(String[]::new));
        engine.close();
        engine = DuckDbEngine.open(new TestStore(folder, "16MB"));
        Axis country = new Axis.Projected(MEMBERS.byLevel(Dimension.LOCATION, "country", Structure.THEN));
        Aggregation byCountry =
                new Aggregation(Flow.EXPENSE, List.of(2L), List.of(country), List.of(), false, List.of());

        Problem problem = assertThrows(Problem.class, () -> tally(byCountry, new Patience(LONG)));

        assertEquals(AggregationProblem.TOO_LARGE, problem.type(), problem.getMessage());
        assertAnswersOn();
    }

    private void takeIn(long edition, String... lines) throws IOException {
        history.publish(history.publication(Flow.EXPENSE, "UNDP", 2024, breakdown("location,sdg", lines)));
        engine.intake()
                .takeIn(
                        history.changes().get((int) edition - 1),
                        line -> history.lines(edition).forEach(line));
    }

    private void assertAnswersOn() {
        Aggregation all = new Aggregation(Flow.EXPENSE, List.of(1L), List.of(), List.of(), false, List.of());
        assertEquals(LINES, tally(all, new Patience(LONG)).get(0).lines());
    }

    private List<Tally> tally(Aggregation aggregation, Patience patience) {
        return engine.read(snapshot -> snapshot.tally(aggregation, patience));
    }

    private static boolean isExecuting(Thread thread) {
        return thread != null
                && Stream.of(thread.getStackTrace())
                        .anyMatch(frame ->
                                frame.isNativeMethod() && frame.getMethodName().contains("execute"));
    }

    /** Every line is in every pair of groups, which takes minutes. */
    private static Aggregation heavy() {
        return new Aggregation(
                Flow.EXPENSE,
                List.of(1L),
                List.of(groups(Dimension.LOCATION), groups(Dimension.SDG)),
                List.of(),
                true,
                List.of());
    }

    private static Axis groups(Dimension dimension) {
        return new Axis.Projected(MEMBERS.byGroup(dimension, "all", Structure.THEN));
    }

    private static Members members() {
        Map<Dimension, CodeList> lists = new EnumMap<>(Dimension.class);
        Map<Dimension, List<Hierarchy>> hierarchies = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            lists.put(dimension, SampleLists.list(dimension));
        }
        hierarchies.put(Dimension.LOCATION, List.of(overlapping("ML")));
        hierarchies.put(Dimension.SDG, List.of(overlapping("5")));
        hierarchies.put(Dimension.ENTITY, List.of(overlapping("UNDP")));
        return new Members(lists, hierarchies);
    }

    private static Hierarchy overlapping(String member) {
        return SampleLists.hierarchy(
                "all",
                "1",
                IntStream.range(0, GROUPS)
                        .mapToObj(number -> SampleLists.group("G" + number, "Group", member + "||"))
                        .toArray(Hierarchy.Group[]::new));
    }
}
