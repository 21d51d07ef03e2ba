package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.undatacube.changefeed.LineStream;

@QuarkusTest
class ConcurrencyTest {
    private static final int THREADS = 8;
    private static final int TIMES = 6;

    @RepeatedTest(5)
    void publishesASubmissionOnceHoweverManyTry() throws Exception {
        String id = Client.UNDP.submit(body(1));
        CyclicBarrier together = new CyclicBarrier(2);

        List<Integer> statuses = inParallel(2, thread -> {
            together.await(10, TimeUnit.SECONDS);
            return Client.SECRETARIAT.publish(id).statusCode();
        });

        assertEquals(List.of(201, 409), statuses.stream().sorted().toList());
    }

    @Test
    void losesNothingAndLeavesNoGapsWithManyAtOnce() throws Exception {
        int before =
                given().get("/feed?limit=1000").jsonPath().getList("edition").size();

        List<List<Integer>> editions = inParallel(THREADS, thread -> {
            List<Integer> published = new ArrayList<>();
            for (int time = 0; time < TIMES; time++) {
                published.add(Client.SECRETARIAT.edition(Client.UNDP.submit(body(thread + 1))));
            }
            return published;
        });

        Set<Integer> expected = new TreeSet<>(IntStream.rangeClosed(before + 1, before + THREADS * TIMES)
                .boxed()
                .toList());
        assertEquals(
                expected, new TreeSet<>(editions.stream().flatMap(List::stream).toList()));
        assertEquals(
                List.copyOf(expected),
                given().get("/feed?limit=1000&after=" + before).jsonPath().getList("edition"));
        for (int edition : expected) {
            assertEquals(1, lines(edition));
        }
    }

    private static String body(int amount) {
        return "{\"entity\":\"UNDP\",\"year\":2011,\"flow\":\"expense\",\"breakdowns\":[{\"lines\":[{\"amount\":"
                + amount + "}]}]}";
    }

    private static long lines(int edition) throws IOException {
        byte[] stream = given().get("/feed/editions/" + edition + "/lines").asByteArray();
        return LineStream.read(new ByteArrayInputStream(stream), line -> {});
    }

    @FunctionalInterface
    private interface Work<T> {
        T of(int thread) throws Exception;
    }

    private static <T> List<T> inParallel(int threads, Work<T> work) throws Exception {
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
