package org.undatacube.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An entity that submits and certifies, and the secretariat that publishes, each with a key of its own. */
final class Reporter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI gateway;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String entity;
    private final String administrator;
    private final String preparer;
    private final String certifier;

    Reporter(Suite suite, String entity) throws IOException, InterruptedException {
        this.gateway = URI.create("http://127.0.0.1:" + suite.port(Suite.GATEWAY));
        this.entity = entity;
        this.administrator = Files.readString(suite.folder().resolve(".data/administrator-key"))
                .strip();
        this.preparer = issue("preparer");
        this.certifier = issue("certifier");
    }

    /** What is submitted is validated when it is answered. */
    JsonNode submit(int year, Path csv) throws IOException, InterruptedException {
        String target = "/api/v1/submissions?entity=" + entity + "&year=" + year + "&flow=expense";
        return send(
                request(target, preparer)
                        .header("Content-Type", "text/csv")
                        // rather the answer than a job
                        .header("Prefer", "wait=600"),
                BodyPublishers.ofFile(csv));
    }

    JsonNode certify(JsonNode submission) throws IOException, InterruptedException {
        String target = "/api/v1/submissions/" + submission.get("id").asText() + "/certification";
        String seen = "\"" + submission.get("version").asText() + "\"";
        return send(request(target, certifier).header("If-Match", seen), BodyPublishers.ofString("{}"));
    }

    /** Its edition's number. */
    long publish(JsonNode submission) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(
                Map.of("submissions", List.of(submission.get("id").asText())));
        return send(request("/api/v1/editions", administrator), BodyPublishers.ofString(body))
                .get("edition")
                .asLong();
    }

    private String issue(String role) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("name", role, "roles", List.of(role), "entity", entity));
        return send(request("/api/v1/api-keys", administrator), BodyPublishers.ofString(body))
                .get("key")
                .asText();
    }

    private HttpRequest.Builder request(String target, String key) {
        return HttpRequest.newBuilder(gateway.resolve(target)).header("Authorization", "Bearer " + key);
    }

    private JsonNode send(HttpRequest.Builder request, BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest plain = request.copy().POST(body).build();
        HttpRequest post = plain.headers().firstValue("Content-Type").isPresent()
                ? plain
                : request.header("Content-Type", "application/json").POST(body).build();
        HttpResponse<byte[]> response = http.send(post, BodyHandlers.ofByteArray());
        if (response.statusCode() >= 300) {
            throw new IOException(post.uri() + ": " + response.statusCode() + " "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return JSON.readTree(response.body());
    }
}
