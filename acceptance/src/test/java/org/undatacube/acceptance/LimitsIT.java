package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.undatacube.acceptance.suite.RunningSuite;

/** What the gateway lets through, however many ask at a time and however many gateways there are. */
class LimitsIT {
    private static final int CLIENTS = 8;
    private static final int QUOTA = 2_000;
    private static final double TOLERANCE = 0.02;
    /** An address of the gateway's own, so that nothing else is measured. */
    private static final String PAGE = "/problems/gateway/timeout";

    private final RunningSuite suite = RunningSuite.get();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void holdsUnderParallelClientsWhileTheQuotaComesBack() throws Exception {
        double period = 20;
        URI gateway = gateway(Map.of("DATACUBE_GATEWAY_RATE_LIMIT_PERIOD", "20S"));

        long begin = System.nanoTime();
        int admitted = ask(List.of(gateway), QUOTA * 3 / 2, Integer.MAX_VALUE);
        double seconds = (System.nanoTime() - begin) / 1e9;

        double allowed = QUOTA * (1 + seconds / period);
        assertEquals(allowed, admitted, TOLERANCE * allowed);
    }

    @Test
    void holdsForGatewaysThatCountTogether() throws Exception {
        Map<String, String> shared = new HashMap<>(suite.sharedCounting());
        shared.put("DATACUBE_GATEWAY_RATE_LIMIT_PERIOD", "10H");
        URI one = gateway(shared);
        URI other = gateway(shared);

        int admitted = ask(List.of(one, other), Integer.MAX_VALUE, QUOTA * 2);

        assertEquals(QUOTA, admitted, TOLERANCE * QUOTA);
    }

    @Test
    void holdsAtEachGatewayWhereTheirDatabaseIsAway() throws Exception {
        URI gateway = gateway(Map.of(
                "DATACUBE_GATEWAY_RATE_LIMIT_PERIOD",
                "10H",
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:1/gateway",
                "QUARKUS_DATASOURCE_USERNAME",
                "gateway",
                "QUARKUS_DATASOURCE_PASSWORD",
                "none"));

        int admitted = ask(List.of(gateway), Integer.MAX_VALUE, QUOTA * 2);

        assertEquals(QUOTA, admitted, TOLERANCE * QUOTA);
    }

    @Test
    void closesAConnectionThatDoesNotSayWhatItWants() throws IOException {
        URI gateway = suite.anotherGateway(Map.of("DATACUBE_GATEWAY_CONNECTIONS_HEAD_TIMEOUT", "1S"))
                .address();
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            // far less than the server's own bound for silence
            socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
            socket.getOutputStream().write("GET /health HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));

            assertEquals(-1, socket.getInputStream().read());
        }
    }

    private URI gateway(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("DATACUBE_GATEWAY_RATE_LIMIT_ANONYMOUS", Integer.toString(QUOTA));
        return suite.anotherGateway(all).address();
    }

    /**
     * By all clients together, in turn at all gateways.
     *
     * @return how many requests were let through
     */
    private int ask(List<URI> gateways, int mostAdmitted, int mostAsked) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger admitted = new AtomicInteger();
        Callable<Boolean> client = () -> {
            while (admitted.get() < mostAdmitted) {
                int number = asked.getAndIncrement();
                if (number >= mostAsked) {
                    return true;
                }
                URI address = gateways.get(number % gateways.size()).resolve(PAGE);
                HttpResponse<String> answer =
                        http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    admitted.incrementAndGet();
                } else {
                    assertEquals(429, answer.statusCode(), answer::body);
                    assertTrue(answer.headers().firstValue("Retry-After").isPresent());
                }
            }
            return true;
        };
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Boolean>> asking = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                asking.add(clients.submit(client));
            }
            for (Future<Boolean> each : asking) {
                each.get();
            }
        } finally {
            clients.shutdownNow();
        }
        return admitted.get();
    }
}
