package org.undatacube.aggregation.engine;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.http.Problem;

@Timeout(60)
class AdmissionTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    /** For three at once: a further one would be refused. */
    private static final int MOST_WAITING = 24;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void answersNoMoreThanSoManyAtOnceAndAllInTheEnd() throws ExecutionException, InterruptedException {
        Admission admission = new Admission(3, LONG);
        AtomicInteger running = new AtomicInteger();
        CompletableFuture<String> release = new CompletableFuture<>();
        List<Future<Integer>> answers = new ArrayList<>();
        for (int question = 0; question < 3 + MOST_WAITING; question++) {
            answers.add(threads.submit(() -> admission.run(new Patience(LONG), () -> {
                int atOnce = running.incrementAndGet();
                release.join();
                running.decrementAndGet();
                return atOnce;
            })));
        }
        await().until(() -> admission.waiting() == MOST_WAITING && running.get() == 3);

        release.complete("");

        int most = 0;
        for (Future<Integer> answer : answers) {
            most = Math.max(most, answer.get());
        }

        assertEquals(3, most);
        assertEquals(0, running.get());
    }

    @Test
    void refusesAQuestionThatWaitedTooLongAndTakesTheNext() throws ExecutionException, InterruptedException {
        Admission admission = new Admission(1, Duration.ofMillis(50));
        CompletableFuture<String> first = new CompletableFuture<>();
        Future<String> running = occupy(admission, first);

        Problem problem = assertThrows(Problem.class, () -> admission.run(new Patience(LONG), () -> "not answered"));

        assertEquals(AggregationProblem.TOO_BUSY, problem.type());
        first.complete("answered");
        assertEquals("answered", running.get());
        assertEquals("next", admission.run(new Patience(LONG), () -> "next"));
    }

    @Test
    void takesThemInTheOrderInWhichTheyCame() throws ExecutionException, InterruptedException {
        Admission admission = new Admission(1, LONG);
        CompletableFuture<String> first = new CompletableFuture<>();
        Future<String> running = occupy(admission, first);
        List<Integer> order = new ArrayList<>();
        List<Future<Boolean>> others = new ArrayList<>();
        for (int question = 0; question < 5; question++) {
            int number = question;
            others.add(threads.submit(() -> admission.run(new Patience(LONG), () -> order.add(number))));
            await().until(() -> admission.waiting() == number + 1);
        }

        first.complete("");
        running.get();
        for (Future<Boolean> other : others) {
            other.get();
        }

        assertEquals(List.of(0, 1, 2, 3, 4), order);
    }

    @Test
    void letsGoOfAQuestionThatIsCancelledWhileItWaits() throws ExecutionException, InterruptedException {
        Admission admission = new Admission(1, LONG);
        CompletableFuture<String> first = new CompletableFuture<>();
        Future<String> running = occupy(admission, first);
        Patience patience = new Patience(LONG);
        Future<String> cancelled = threads.submit(() -> admission.run(patience, () -> "not answered"));
        await().until(() -> admission.waiting() == 1);

        patience.cancel();

        ExecutionException gone = assertThrows(ExecutionException.class, cancelled::get);
        assertEquals(
                AggregationProblem.CANCELLED,
                assertInstanceOf(Problem.class, gone.getCause()).type());
        assertEquals(0, admission.waiting());
        first.complete("answered");
        assertEquals("answered", running.get());
    }

    @Test
    void waitsNoLongerThanTheQuestionsOwnTime() throws InterruptedException {
        Admission admission = new Admission(1, LONG);
        Future<String> running = occupy(admission, new CompletableFuture<>());

        Problem problem = assertThrows(
                Problem.class, () -> admission.run(new Patience(Duration.ofMillis(50)), () -> "not answered"));

        assertEquals(AggregationProblem.TOO_SLOW, problem.type());
        assertFalse(running.isDone());
    }

    @Test
    void isFreeAgainAfterAQuestionThatFailed() {
        Admission admission = new Admission(1, Duration.ZERO);

        assertThrows(
                IllegalStateException.class,
                () -> admission.run(new Patience(LONG), () -> {
                    throw new IllegalStateException("fails");
                }));

        assertEquals("next", admission.run(new Patience(LONG), () -> "next"));
    }

    private Future<String> occupy(Admission admission, CompletableFuture<String> answer) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Future<String> running = threads.submit(() -> admission.run(new Patience(LONG), () -> {
            begun.countDown();
            return answer.join();
        }));
        begun.await();
        return running;
    }
}
