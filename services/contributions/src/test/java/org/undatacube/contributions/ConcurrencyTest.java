package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.undatacube.changefeed.LineStream;
import org.undatacube.http.Role;

@QuarkusTest
class ConcurrencyTest {
    private static final int THREADS = 8;
    private static final int TIMES = 6;

    @RepeatedTest(5)
    void publishesASubmissionOnceHoweverManyTry() throws Exception {
        String id = Client.certify(Client.UNDP.submit(body(1)));
        CyclicBarrier together = new CyclicBarrier(2);

        List<Integer> statuses = Parallel.run(2, thread -> {
            together.await(10, TimeUnit.SECONDS);
            return Client.SECRETARIAT.publish(id).statusCode();
        });

        assertEquals(List.of(201, 409), statuses.stream().sorted().toList());
    }

    @RepeatedTest(3)
    void letsOneOfTwoCertifiersWin() throws Exception {
        String id = Client.UNDP.submit(body(1));
        CyclicBarrier together = new CyclicBarrier(2);

        List<Integer> statuses = Parallel.run(2, thread -> {
            Client certifier = new Client("key-certifier-" + thread, Role.CERTIFIER, "UNDP");
            together.await(10, TimeUnit.SECONDS);
            return certifier.step(id, "certification", "\"1\"", null).statusCode();
        });

        assertEquals(List.of(200, 412), statuses.stream().sorted().toList());
        assertEquals(List.of("created", "validated", "certified"), history(id));
    }

    @RepeatedTest(3)
    void certifiesOrTakesBackButNotBoth() throws Exception {
        String id = Client.UNDP.submit(body(1));
        CyclicBarrier together = new CyclicBarrier(2);

        List<Integer> statuses = Parallel.run(2, thread -> {
            together.await(10, TimeUnit.SECONDS);
            return (thread == 0
                            ? Client.UNDP_CERTIFIER.step(id, "certification", "\"1\"", null)
                            : Client.UNDP.step(id, "withdrawal", "\"1\"", null))
                    .statusCode();
        });

        assertEquals(List.of(200, 412), statuses.stream().sorted().toList());
        assertEquals(3, history(id).size());
    }

    @RepeatedTest(3)
    void publishesOrReturnsButNotBoth() throws Exception {
        String id = Client.certify(Client.UNDP.submit(body(1)));
        CyclicBarrier together = new CyclicBarrier(2);

        List<Integer> statuses = Parallel.run(2, thread -> {
            together.await(10, TimeUnit.SECONDS);
            return (thread == 0 ? Client.SECRETARIAT.publish(id) : Client.SECRETARIAT.step(id, "return", "\"2\"", "so"))
                    .statusCode();
        });

        int published = statuses.get(0);
        int returned = statuses.get(1);
        assertTrue((published == 201 && returned == 412) || (published == 409 && returned == 200), statuses::toString);
    }

    @RepeatedTest(3)
    void leavesOneOfTwoRestatementsInForce() throws Exception {
        List<String> ids =
                List.of(Client.certify(Client.UNDP.submit(body(1))), Client.certify(Client.UNDP.submit(body(2))));
        CyclicBarrier together = new CyclicBarrier(2);

        List<Integer> editions = Parallel.run(2, thread -> {
            together.await(10, TimeUnit.SECONDS);
            return Client.SECRETARIAT
                    .publish(ids.get(thread))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("edition");
        });

        int last = editions.get(0) > editions.get(1) ? 0 : 1;
        assertEquals("published", status(ids.get(last)));
        assertEquals("superseded", status(ids.get(1 - last)));
        given().get("/api/v1/submissions/" + ids.get(1 - last) + "/lines")
                .then()
                .statusCode(200);
    }

    @Test
    void losesNothingAndLeavesNoGapsWithManyAtOnce() throws Exception {
        int before = given().get("/api/v1/editions?limit=1").path("editions[0].edition");

        List<List<Integer>> editions = Parallel.run(THREADS, thread -> {
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

    private static String status(String id) {
        return given().get("/api/v1/submissions/" + id).path("status");
    }

    private static List<String> history(String id) {
        return Client.UNDP
                .request()
                .get("/api/v1/submissions/" + id + "/history")
                .jsonPath()
                .getList("steps.action");
    }

    private static String body(int amount) {
        return "{\"entity\":\"UNDP\",\"year\":2011,\"flow\":\"expense\",\"breakdowns\":[{\"lines\":[{\"amount\":"
                + amount + "}]}]}";
    }

    private static long lines(int edition) throws IOException {
        byte[] stream = given().get("/feed/editions/" + edition + "/lines").asByteArray();
        return LineStream.read(new ByteArrayInputStream(stream), line -> {});
    }
}
