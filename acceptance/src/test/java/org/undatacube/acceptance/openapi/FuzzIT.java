package org.undatacube.acceptance.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.undatacube.acceptance.suite.Loader;
import org.undatacube.acceptance.suite.RunningSuite;

/**
 * Requests made from the document and then spoilt: none is answered as the document does not say, and none with a fault.
 *
 * <p>{@code -Ddatacube.fuzz.seed} asks the same again, {@code -Ddatacube.fuzz.requests} says how much.
 */
@Tag("nightly")
class FuzzIT {
    static final Map<String, String> NO_LIMITS = Map.of(
            "DATACUBE_GATEWAY_RATE_LIMIT_ANONYMOUS", "100000000",
            "DATACUBE_GATEWAY_RATE_LIMIT_KEY", "100000000",
            "DATACUBE_GATEWAY_RATE_LIMIT_REFUSED", "100000000");
    private static final int CLIENTS = 3;
    private static final int REQUESTS = Integer.getInteger("datacube.fuzz.requests", 10_500);
    private static final long SEED = Long.getLong("datacube.fuzz.seed", System.nanoTime());
    /** SDMX has it for what an implementation leaves out. */
    private static final int NOT_IMPLEMENTED = 501;
    /** A cache has it for who asks for nothing else (RFC 9111, 5.2.1.7). */
    private static final int NOT_KEPT = 504;

    private final Map<String, String> breaches = new ConcurrentSkipListMap<>();
    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();

    @Test
    void answersEverythingAsTheDocumentSays() throws Exception {
        System.out.println("fuzz seed " + SEED + ", " + REQUESTS + " requests");
        try (RunningSuite suite = RunningSuite.another(NO_LIMITS)) {
            Loader.Run load = suite.loader().run("load", "sample");
            assertEquals(0, load.exitCode(), load::output);
            Fixtures fixtures = new Fixtures(suite.administrator());
            List<Promise> promises =
                    Promise.of(suite.anybody().get("/openapi?format=json").require(200));
            List<String> keys = List.of(
                    "",
                    "Bearer " + key(suite, "preparer", "UNDP"),
                    "Bearer " + key(suite, "certifier", "UNDP"),
                    "Bearer " + suite.administratorKey(),
                    "Bearer udc_x",
                    "Basic eDp5");
            ask(suite.anybody().address(), promises, fixtures, keys);
        }

        System.out.println("fuzz answers by status " + statuses);
        assertTrue(breaches.isEmpty(), () -> "seed " + SEED + "\n" + String.join("\n", breaches.values()));
    }

    private static String key(RunningSuite suite, String role, String entity) {
        return suite.administrator()
                .postJson("/api/v1/api-keys", Map.of("name", "fuzz", "roles", List.of(role), "entity", entity))
                .require(201)
                .get("key")
                .asText();
    }

    private void ask(URI gateway, List<Promise> promises, Fixtures fixtures, List<String> keys) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Random random = new Random(SEED + client);
                work.add(() -> {
                    Mutation mutation = new Mutation(random);
                    for (int number = 0; number < REQUESTS / CLIENTS; number++) {
                        Question question = new Question(promises.get(random.nextInt(promises.size())), fixtures);
                        question.headers.put("Authorization", keys.get(random.nextInt(keys.size())));
                        if (question.headers.get("Authorization").isEmpty()) {
                            question.headers.remove("Authorization");
                        }
                        for (int change = random.nextInt(4); change > 0; change--) {
                            mutation.apply(question);
                        }
                        judge(question, question.send(gateway));
                    }
                    return true;
                });
            }
            for (Future<Boolean> done : clients.invokeAll(work)) {
                done.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private void judge(Question question, Exchange answer) {
        statuses.computeIfAbsent(answer.status(), status -> new LongAdder()).increment();
        List<String> found = new ArrayList<>();
        boolean isAsDeclared = question.method.equals(question.promise.method());
        if (answer.status() == 0) {
            found.add("no answer");
        } else if (answer.status() >= 500
                && !(answer.status() == NOT_IMPLEMENTED && isAsDeclared)
                && !(answer.status() == NOT_KEPT && question.wantsOnlyWhatIsKept())) {
            found.add("status " + answer.status());
        } else if (isAsDeclared) {
            found.addAll(question.promise.breaches(answer, question.method));
        } else if (answer.status() == 405 && !answer.headers().containsKey("allow")) {
            found.add("405 without Allow");
        }
        found.forEach(breach -> breaches.putIfAbsent(
                question.promise + ": " + breach,
                question.promise + ": " + breach + "\n    " + shortened(question.toString()) + "\n    "
                        + answer.status() + " " + shortened(answer.body())));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(400, text.length())).replaceAll("\\p{Cntrl}", "?");
    }
}
