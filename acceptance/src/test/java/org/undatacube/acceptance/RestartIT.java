package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.acceptance.suite.Await;
import org.undatacube.acceptance.suite.RunningSuite;
import org.undatacube.acceptance.suite.SuiteProcess;

/** Whoever asks while a service is restarted gets an answer, or a 503 that says so and when to come back. */
class RestartIT {
    private static final int CLIENTS = 4;
    private static final int MANY = 300;

    private static RunningSuite suite;
    private static URI gateway;

    @BeforeAll
    static void load() {
        LoadedFigures.sample();
        suite = RunningSuite.get();
        // one address asks here what people ask from many
        gateway = suite.anotherGateway(Map.of("DATACUBE_GATEWAY_RATE_LIMIT_ANONYMOUS", "100000000"))
                .address();
    }

    @AfterAll
    static void endGateway() {
        suite.endFurtherGateways();
    }

    static Stream<SuiteProcess> services() {
        return suite.processes().stream()
                .filter(process ->
                        List.of("registry", "contributions", "aggregation").contains(process.name()));
    }

    @ParameterizedTest
    @MethodSource("services")
    void answersOrSaysWhenToComeBack(SuiteProcess service) {
        restart(service, service::end);
    }

    /** In every build services are killed by {@code NothingLostIT}. */
    @ParameterizedTest
    @MethodSource("services")
    @Tag("nightly")
    void answersOrSaysWhenToComeBackWhereItIsKilled(SuiteProcess service) {
        restart(service, service::kill);
    }

    private static void restart(SuiteProcess service, Runnable stop) {
        try (Load load = new Load(gateway)) {
            load.awaitMore();

            stop.run();
            load.awaitMore();
            service.start();
            service.awaitReady();
            Await.until("all is answered again", load::isAllAnswered);

            assertEquals(List.of(), load.stop(), service.name());
            // what was on its way when the service went can end with it, and nothing that came later
            assertTrue(load.brokenOff() <= CLIENTS, () -> load.brokenOff() + " answers were broken off");
        }
    }

    /** Clients that ask of every service, each again as soon as it has its answer. */
    private static final class Load implements AutoCloseable {
        private static final List<String> TARGETS = List.of(
                "/api/v1/cubes/expense/aggregate?drilldown=year",
                "/api/v1/cubes/expense/aggregate?drilldown=function.function&cut=year:2024&limit=",
                "/api/v1/cubes/expense",
                "/api/v1/code-lists/sdgs?n=",
                "/api/v1/code-lists",
                "/api/v1/editions",
                "/api/v1/rules");

        private final HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        private final Queue<String> faults = new ConcurrentLinkedQueue<>();
        private final AtomicInteger brokenOff = new AtomicInteger();
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger answered = new AtomicInteger();
        private final AtomicInteger answeredInARow = new AtomicInteger();
        private final URI gateway;
        private volatile boolean goesOn = true;

        Load(URI gateway) {
            this.gateway = gateway;
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(this::ask);
            }
        }

        void awaitMore() {
            int before = answered.get();
            Await.until("more is answered", () -> answered.get() >= before + MANY);
        }

        boolean isAllAnswered() {
            return answeredInARow.get() >= MANY;
        }

        /** Answers that had begun and did not end. */
        int brokenOff() {
            return brokenOff.get();
        }

        List<String> stop() {
            goesOn = false;
            return List.copyOf(faults);
        }

        private void ask() {
            while (goesOn && !Thread.currentThread().isInterrupted()) {
                int number = asked.getAndIncrement();
                String target = TARGETS.get(number % TARGETS.size());
                ask(target.endsWith("=") ? target + (1 + number % 50) : target);
            }
        }

        private void ask(String target) {
            try {
                HttpResponse<InputStream> answer = http.send(
                        HttpRequest.newBuilder(gateway.resolve(target)).build(), BodyHandlers.ofInputStream());
                judge(target, answer);
            } catch (IOException e) {
                faults.add(target + ": " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void judge(String target, HttpResponse<InputStream> answer) {
            String body;
            try (InputStream read = answer.body()) {
                body = new String(read.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                brokenOff.incrementAndGet();
                return;
            }
            if (answer.statusCode() == 200) {
                answered.incrementAndGet();
                answeredInARow.incrementAndGet();
            } else {
                answeredInARow.set(0);
                if (!isDocumented(answer)) {
                    faults.add(target + ": " + answer + " " + answer.headers().map() + " " + body);
                }
            }
        }

        private static boolean isDocumented(HttpResponse<?> answer) {
            return answer.statusCode() == 503
                    && answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")
                    && answer.headers().firstValue("Retry-After").isPresent();
        }

        @Override
        public void close() {
            goesOn = false;
            clients.shutdownNow();
        }
    }
}
