package org.undatacube.aggregation.published;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.LineStream;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Hierarchy;

/** The registry and the contributions service as this service sees them, with the faults they can have. */
public final class Upstream implements AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final UpstreamRegistry registry = new UpstreamRegistry();
    private volatile Published published = new Published();
    private volatile boolean feedDown;
    private volatile boolean registryDown;
    private volatile boolean linesCut;
    private volatile Runnable beforeLines = () -> {};

    public Upstream() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        for (Dimension dimension : Dimension.values()) {
            serve(SampleLists.list(dimension));
            serve(dimension, SampleLists.hierarchies(dimension));
        }
        server.createContext("/api/v1/code-lists/", this::codeList);
        server.createContext("/feed", this::feed);
        server.setExecutor(threads);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public void serve(CodeList list) {
        registry.serve(list);
    }

    public void serve(Dimension dimension, List<Hierarchy> itsHierarchies) {
        registry.serve(dimension, itsHierarchies);
    }

    /** From now on this is all that was ever published. */
    public void serve(Published history) {
        published = history;
    }

    public Published published() {
        return published;
    }

    public void takeFeedDown(boolean down) {
        feedDown = down;
    }

    public void takeRegistryDown(boolean down) {
        registryDown = down;
    }

    /** Whether streams of lines end in the midst of a line. */
    public void cutLines(boolean cut) {
        linesCut = cut;
    }

    /** Done whenever lines are asked for, before they are sent. */
    public void beforeLines(Runnable action) {
        beforeLines = action;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void codeList(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (registryDown) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            Object document = registry.document(exchange.getRequestURI());
            byte[] body = JSON.writeValueAsBytes(document);
            String etag = "\"" + Arrays.hashCode(body) + "\"";
            exchange.getResponseHeaders().set("ETag", etag);
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            send(exchange, body);
        }
    }

    private void feed(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (feedDown) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            String path = exchange.getRequestURI().getPath();
            if (path.endsWith("/lines")) {
                beforeLines.run();
                lines(exchange, Long.parseLong(path.replaceAll("\\D", "")));
            } else {
                String query = exchange.getRequestURI().getQuery();
                long after = parameter(query, "after");
                List<EditionChange> changes = published.changes().stream()
                        .filter(change -> change.edition() > after)
                        .limit(parameter(query, "limit"))
                        .toList();
                send(exchange, JSON.writeValueAsBytes(changes));
            }
        }
    }

    private void lines(HttpExchange exchange, long edition) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (LineStream.LineWriter writer = new LineStream.LineWriter(whole)) {
            for (PublishedLine line : published.lines(edition)) {
                writer.write(line);
            }
        }
        byte[] bytes = whole.toByteArray();
        send(exchange, linesCut ? Arrays.copyOf(bytes, bytes.length * 2 / 3) : bytes);
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static long parameter(String query, String name) {
        return Arrays.stream(query.split("&", -1))
                .filter(parameter -> parameter.startsWith(name + "="))
                .mapToLong(parameter -> Long.parseLong(parameter.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}
