package org.undatacube.aggregation.ask;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.export.Coding;
import org.undatacube.aggregation.export.Format;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.http.Language;
import org.undatacube.http.Problem;

@Timeout(60)
class AnswerCacheTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final AnswerCache.Head HEAD = new AnswerCache.Head("tag", 1, false);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AnswerCache cache = new AnswerCache(() -> new MemorySize(BigInteger.ONE.shiftLeft(20)));

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void waitsForAnothersAnswerOnlyAsLongAsItsOwnTimeLasts() throws InterruptedException, ExecutionException {
        CompletableFuture<AnswerCache.Body> made = new CompletableFuture<>();
        Future<AnswerCache.Body> maker = beingMade(made);

        Problem problem = assertThrows(Problem.class, () -> answered(new Patience(Duration.ofMillis(50))));

        assertEquals(AggregationProblem.TOO_SLOW, problem.type());
        made.complete(body("made"));
        assertArrayEquals(maker.get().bytes(), answered(new Patience(LONG)).bytes());
    }

    @Test
    void stopsWaitingForAnothersAnswerWhenItsClientHasGone() throws InterruptedException {
        CompletableFuture<AnswerCache.Body> made = new CompletableFuture<>();
        Future<AnswerCache.Body> maker = beingMade(made);
        Patience patience = new Patience(LONG);
        Future<AnswerCache.Body> waiting = threads.submit(() -> answered(patience));

        patience.cancel();

        ExecutionException gone = assertThrows(ExecutionException.class, waiting::get);
        assertEquals(AggregationProblem.CANCELLED, ((Problem) gone.getCause()).type());
        assertEquals(false, maker.isDone());
    }

    @Test
    void makesAnewWhatItWaitedForInVain() throws InterruptedException, ExecutionException {
        CompletableFuture<AnswerCache.Body> made = new CompletableFuture<>();
        Future<AnswerCache.Body> maker = beingMade(made);
        Future<AnswerCache.Body> waiting =
                threads.submit(() -> cache.body("tag", new Patience(LONG), () -> body("made anew")));

        made.completeExceptionally(new IllegalStateException("fails"));

        assertThrows(ExecutionException.class, maker::get);
        assertArrayEquals(body("made anew").bytes(), waiting.get().bytes());
    }

    @Test
    void knowsRequestsOnlyOfTheStateTheyWereAnsweredFrom() {
        AnswerCache.State before = new AnswerCache.State(Catalogue.EMPTY, SampleLists.members(), 2026);
        AnswerCache.State after = new AnswerCache.State(Catalogue.EMPTY, SampleLists.members(), 2026);
        AnswerCache.Request request = request("drilldown=year");

        cache.keep(before, request, HEAD);
        assertEquals(Optional.of(HEAD), cache.head(before, request));
        assertEquals(Optional.empty(), cache.head(after, request));
        cache.keep(after, request("drilldown=sdg.goal"), HEAD);

        assertEquals(Optional.empty(), cache.head(before, request));
    }

    @Test
    void keepsNoMoreLongRequestsThanHaveRoom() {
        AnswerCache.State state = new AnswerCache.State(Catalogue.EMPTY, SampleLists.members(), 2026);
        for (int number = 0; number < 100; number++) {
            cache.keep(state, longRequest(number), HEAD);
        }

        await().until(() -> IntStream.range(0, 100)
                        .filter(number -> cache.head(state, longRequest(number)).isPresent())
                        .count()
                <= 13);
    }

    private Future<AnswerCache.Body> beingMade(CompletableFuture<AnswerCache.Body> made) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Future<AnswerCache.Body> maker = threads.submit(() -> cache.body("tag", new Patience(LONG), () -> {
            begun.countDown();
            try {
                return made.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }));
        begun.await();
        return maker;
    }

    private AnswerCache.Body answered(Patience patience) {
        return cache.body("tag", patience, () -> {
            throw new AssertionError("is being made already");
        });
    }

    private static AnswerCache.Body body(String text) {
        return new AnswerCache.Body(text.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", "text/plain"));
    }

    private static AnswerCache.Request longRequest(int number) {
        return request("cut=" + "x".repeat(10_000) + number);
    }

    private static AnswerCache.Request request(String query) {
        return new AnswerCache.Request("expense", query, new Accepted(Format.JSON, Language.ENGLISH, Coding.IDENTITY));
    }
}
