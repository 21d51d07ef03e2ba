package org.undatacube.codelists;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A registry whose lists have one code, named after the version; that of the goals has further versions. */
final class RegistryStandIn implements AutoCloseable {
    private static final String GOALS = "/api/v1/code-lists/sdgs";

    static {
        // else every answer waits for an acknowledgement of its headers
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<Instant> madeAt = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean away;
    private volatile boolean silent;

    RegistryStandIn(Instant first) throws IOException {
        madeAt.add(first);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Versions are numbered from 0. */
    void makeVersionOfGoals(Instant at) {
        madeAt.add(at);
    }

    void goAway(boolean now) {
        away = now;
    }

    /** Whether it takes requests and answers none. */
    void fallSilent() {
        silent = true;
    }

    /** How often an address was asked for. */
    long asked(String address) {
        return List.copyOf(requests).stream().filter(address::equals).count();
    }

    static String version(int number) {
        return GOALS + "?version=" + number;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestURI().toString());
            if (silent) {
                closed.await();
            }
            byte[] body = document(exchange.getRequestURI()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(away ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String document(URI address) {
        String path = address.getPath();
        if (path.endsWith("/hierarchies")) {
            return "[]";
        }
        List<Instant> versions = path.startsWith(GOALS) ? List.copyOf(madeAt) : List.of(Instant.EPOCH);
        if (path.endsWith("/versions")) {
            return IntStream.range(0, versions.size())
                    .map(number -> versions.size() - 1 - number)
                    .mapToObj(number -> "{\"version\":\"" + number + "\",\"madeAt\":\"" + versions.get(number)
                            + "\",\"madeBy\":\"somebody\",\"closed\":false}")
                    .collect(Collectors.joining(",", "[", "]"));
        }
        String query = address.getQuery();
        String version = query == null ? Integer.toString(versions.size() - 1) : query.replace("version=", "");
        return "{\"id\":\"list\",\"title\":\"List\",\"version\":\"" + version
                + "\",\"levels\":[\"one\"],\"codes\":[{\"code\":\"" + version + "\",\"level\":\"one\"}]}";
    }
}
