package org.undatacube.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.undatacube.embeddedpostgresql.EmbeddedServer;

/** The suite that is measured, as its launcher and its addresses show it. */
final class Suite {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    static final String REGISTRY = "registry";
    static final String CONTRIBUTIONS = "contributions";
    static final String AGGREGATION = "aggregation";
    static final String GATEWAY = "gateway";
    static final String POSTGRESQL = "postgresql";
    static final List<String> SERVICES = List.of(REGISTRY, CONTRIBUTIONS, AGGREGATION, GATEWAY);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LONGEST_START = "3600";

    private final Path folder;
    private final Map<String, String> environment;
    private final HttpClient http;

    /** @param folder holds the launcher, and its data beside it */
    Suite(Path folder, Map<String, String> environment, HttpClient http) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
        this.http = http;
    }

    Path folder() {
        return folder;
    }

    Path pidFile(String part) {
        return part.equals(POSTGRESQL)
                ? folder.resolve(".data/postgresql/cluster/postmaster.pid")
                : folder.resolve(".data/run/" + part + ".pid");
    }

    long pid(String part) throws IOException {
        try (Stream<String> lines = Files.lines(pidFile(part))) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        }
    }

    int port(String part) {
        String variable = switch (part) {
            case GATEWAY -> "DATACUBE_PORT";
            case REGISTRY -> "DATACUBE_REGISTRY_PORT";
            case CONTRIBUTIONS -> "DATACUBE_CONTRIBUTIONS_PORT";
            case AGGREGATION -> "DATACUBE_AGGREGATION_PORT";
            case POSTGRESQL -> "DATACUBE_POSTGRESQL_PORT";
            default -> throw new IllegalArgumentException(part);
        };
        return Integer.parseInt(environment.get(variable));
    }

    int barePort() {
        return Integer.parseInt(environment.get("DATACUBE_BARE_POSTGRESQL_PORT"));
    }

    /** The server that holds the services' data. */
    EmbeddedServer postgreSql() {
        return new EmbeddedServer(folder.resolve(".data/postgresql"), port(POSTGRESQL));
    }

    /** Starts a command of the launcher; what it says goes to a log in the folder. */
    Process start(String... arguments) throws IOException {
        return launch(new ProcessBuilder(folder.resolve("datacube").toString()), arguments);
    }

    /** Starts services without the others, just as the launcher starts them. */
    Process startOnly(String... services) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                folder.resolve("start-only").toString(),
                folder.resolve("datacube").toString());
        // a service is ready when its store is filled, and some stores are large
        command.environment().put("DATACUBE_START_TIMEOUT", LONGEST_START);
        return launch(command, services);
    }

    private Process launch(ProcessBuilder command, String... arguments) throws IOException {
        command.command().addAll(List.of(arguments));
        return command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** @throws IOException where the command fails */
    void run(String... arguments) throws IOException, InterruptedException {
        requireSuccess(start(arguments), arguments[0]);
    }

    void requireSuccess(Process command, String name) throws IOException, InterruptedException {
        if (command.waitFor() != 0) {
            throw new IOException("./datacube " + name + " failed; see " + log());
        }
    }

    private Path log() {
        return folder.resolve("launcher.log");
    }

    boolean isReady(String service) throws InterruptedException {
        try {
            return send(service, "/q/health/ready").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The body of an answer that is worked out, as no condition is made. */
    String get(String service, String target) throws IOException, InterruptedException {
        return get(service, target, Map.of(), 200);
    }

    /** @throws IOException where the answer has another status than this */
    String get(String service, String target, Map<String, String> headers, int status)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(service, target);
        headers.forEach(request::header);
        return require(status, http.send(request.build(), BodyHandlers.ofString()));
    }

    String post(String service, String target, String json) throws IOException, InterruptedException {
        HttpRequest request = request(service, target)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return require(200, http.send(request, BodyHandlers.ofString()));
    }

    String etag(String service, String target) throws IOException, InterruptedException {
        return send(service, target).headers().firstValue("ETag").orElseThrow();
    }

    private static String require(int status, HttpResponse<String> response) throws IOException {
        if (response.statusCode() != status) {
            throw new IOException(response.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /** Something that comes true in time. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    /** Looks often enough for what is measured, and seldom enough not to be in its way. */
    static void await(Condition condition) throws IOException, InterruptedException {
        while (!condition.holds()) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    /** The newest edition that a cube answers from. */
    long shownEdition(String cube) throws IOException, InterruptedException {
        return getJson(AGGREGATION, "/api/v1/cubes/" + cube).path("edition").asLong();
    }

    /** Whether a cube's pre-aggregates are still being filled in. */
    boolean isFilling(String cube) throws IOException, InterruptedException {
        return getJson(AGGREGATION, "/api/v1/cubes/" + cube + "/preaggregates")
                .path("filling")
                .asBoolean();
    }

    JsonNode getJson(String service, String target) throws IOException, InterruptedException {
        return JSON.readTree(get(service, target));
    }

    InputStream stream(String service, String target) throws IOException, InterruptedException {
        return http.send(request(service, target).build(), BodyHandlers.ofInputStream())
                .body();
    }

    private HttpResponse<String> send(String service, String target) throws IOException, InterruptedException {
        return http.send(request(service, target).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String service, String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(service) + target))
                .header("Accept", "application/json, text/csv;q=0.5");
    }
}
