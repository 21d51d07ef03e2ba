package org.undatacube.loader.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers as the suite would; refuses the submissions of one entity. */
final class StandInSuite implements AutoCloseable {
    private static final String PROBLEM = "application/problem+json";

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final String refusedEntity;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    StandInSuite(String refusedEntity) throws IOException {
        this.refusedEntity = refusedEntity;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Method and target of every request so far. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        JsonNode body = Suite.JSON.readTree(exchange.getRequestBody().readAllBytes());
        if (!"Bearer udc_good".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, PROBLEM, """
                    {"title":"Credentials needed","status":401,"detail":"This needs a valid API key."}""");
        } else if (body.path("entity").asText().equals(refusedEntity)) {
            send(exchange, 422, PROBLEM, """
                    {"title":"Submission rejected","status":422,"detail":"1 line is not acceptable.","findings":[
                     {"rule":"UNKNOWN-CODE","row":2,"field":"sdg","message":"5.99 is no code.","expected":"5.9, 5.a"}]}""");
        } else {
            send(exchange, 201, "application/json", """
                    {"id":"of %s","entity":"%s","year":2024,"flow":"expense","breakdowns":[
                     {"dimensions":["sdg"],"lines":1,"total":"1.50"}],"findings":{"warn":1}}""".formatted(
                            body.path("entity").asText(), body.path("entity").asText()));
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
