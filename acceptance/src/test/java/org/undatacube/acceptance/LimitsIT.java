package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.undatacube.acceptance.suite.Answer;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.RunningSuite;

/** What the gateway lets through, however many ask at a time and however many gateways there are. */
class LimitsIT {
    private static final int CLIENTS = 8;
    private static final int QUOTA = 2_000;
    private static final double TOLERANCE = 0.02;
    /** A key is counted on its way to a service. */
    private static final String OF_A_SERVICE = "/api/v1/code-lists/entities/codes/UNDP";
    /** An address of the gateway's own, so that nothing else is measured. */
    private static final String PAGE = "/problems/gateway/timeout";

    private final RunningSuite suite = RunningSuite.get();

    @AfterEach
    void endGateways() {
        suite.endFurtherGateways();
    }

    @Test
    void holdsUnderParallelClientsWhileTheQuotaComesBack() throws Exception {
        double period = 20;
        Gateway gateway = gateway(Map.of("DATACUBE_GATEWAY_RATE_LIMIT_PERIOD", "20S"));

        long begin = System.nanoTime();
        int admitted = ask(List.of(gateway), PAGE, QUOTA * 3 / 2, Integer.MAX_VALUE);
        double seconds = (System.nanoTime() - begin) / 1e9;

        double allowed = QUOTA * (1 + seconds / period);
        assertEquals(allowed, admitted, TOLERANCE * allowed);
    }

    @Test
    void holdsForAnAddressAtGatewaysThatCountTogether() throws Exception {
        int admitted = ask(twoThatCountTogether(), PAGE, Integer.MAX_VALUE, QUOTA * 2);

        assertEquals(QUOTA, admitted, TOLERANCE * QUOTA);
    }

    @Test
    void holdsForAKeyAtGatewaysThatCountTogether() throws Exception {
        String key = suite.administrator()
                .postJson(
                        "/api/v1/api-keys",
                        Map.of("name", "asks often", "roles", List.of("preparer"), "entity", "UNDP"))
                .require(201)
                .get("key")
                .asText();
        List<Gateway> gateways = twoThatCountTogether().stream()
                .map(gateway -> gateway.withKey(key))
                .toList();

        int admitted = ask(gateways, OF_A_SERVICE, Integer.MAX_VALUE, QUOTA * 2);

        assertEquals(QUOTA, admitted, TOLERANCE * QUOTA);
    }

    private List<Gateway> twoThatCountTogether() {
        Map<String, String> shared = new HashMap<>(suite.sharedCounting());
        shared.put("DATACUBE_GATEWAY_RATE_LIMIT_PERIOD", "10H");
        return List.of(gateway(shared), gateway(shared));
    }

    @Test
    void holdsAtEachGatewayWhereTheirDatabaseIsAway() throws Exception {
        Gateway gateway = gateway(Map.of(
                "DATACUBE_GATEWAY_RATE_LIMIT_PERIOD",
                "10H",
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:1/gateway",
                "QUARKUS_DATASOURCE_USERNAME",
                "gateway",
                "QUARKUS_DATASOURCE_PASSWORD",
                "none"));

        int admitted = ask(List.of(gateway), PAGE, Integer.MAX_VALUE, QUOTA * 2);

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

    private Gateway gateway(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("DATACUBE_GATEWAY_RATE_LIMIT_ANONYMOUS", Integer.toString(QUOTA));
        all.put("DATACUBE_GATEWAY_RATE_LIMIT_KEY", Integer.toString(QUOTA));
        return suite.anotherGateway(all);
    }

    /**
     * By all clients together, in turn at all gateways.
     *
     * @return how many requests were let through
     */
    private static int ask(List<Gateway> gateways, String target, int mostAdmitted, int mostAsked) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger admitted = new AtomicInteger();
        Callable<Boolean> client = () -> {
            while (admitted.get() < mostAdmitted) {
                int number = asked.getAndIncrement();
                if (number >= mostAsked) {
                    return true;
                }
                Answer answer = gateways.get(number % gateways.size()).get(target);
                if (answer.status() == 200) {
                    admitted.incrementAndGet();
                } else {
                    assertEquals(429, answer.status(), answer::body);
                }
            }
            return true;
        };
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (Future<Boolean> asking : clients.invokeAll(Collections.nCopies(CLIENTS, client))) {
                asking.get();
            }
        } finally {
            clients.shutdownNow();
        }
        return admitted.get();
    }
}
