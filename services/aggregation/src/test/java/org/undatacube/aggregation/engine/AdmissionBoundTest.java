package org.undatacube.aggregation.engine;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.http.Problem;

@Timeout(60)
class AdmissionBoundTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void refusesAtOnceWhereTooManyWaitAlready() throws Exception {
        Admission admission = new Admission(1, LONG);
        CompletableFuture<String> first = new CompletableFuture<>();
        List<Future<String>> answers = new ArrayList<>();
        for (int question = 0; question < 9; question++) {
            answers.add(threads.submit(() -> admission.run(new Patience(LONG), first::join)));
        }
        await().until(() -> admission.waiting() == 8);

        Problem problem = assertThrows(
                Problem.class, () -> admission.run(new Patience(Duration.ofSeconds(20)), () -> "not answered"));

        assertEquals(AggregationProblem.TOO_BUSY, problem.type());
        assertEquals(8, admission.waiting());
        first.complete("answered");
        for (Future<String> answer : answers) {
            assertEquals("answered", answer.get());
        }
    }
}
