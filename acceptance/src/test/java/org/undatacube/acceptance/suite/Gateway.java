package org.undatacube.acceptance.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** The suite's one address, as a client with a certain key, or none, sees it. */
public final class Gateway {
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);

    private final URI address;
    private final String key;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Gateway(URI address, String key) {
        this.address = address;
        this.key = key;
    }

    public Gateway withKey(String otherKey) {
        return new Gateway(address, otherKey);
    }

    public Gateway withoutKey() {
        return new Gateway(address, null);
    }

    /** The key that is sent with each request, for who enters it elsewhere. */
    public String key() {
        return key;
    }

    public URI address() {
        return address;
    }

    public Answer get(String target) {
        return send("GET", target, null, BodyPublishers.noBody());
    }

    /** A file, once it is made. */
    public byte[] download(String target) {
        AtomicReference<byte[]> file = new AtomicReference<>();
        Await.until(target + " is made", () -> {
            HttpRequest request =
                    request("GET", target, null, BodyPublishers.noBody()).build();
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200 && response.statusCode() != 202) {
                throw new AssertionError(target + ": " + response.statusCode());
            }
            file.set(response.body());
            return response.statusCode() == 200;
        });
        return file.get();
    }

    public Answer postJson(String target, String body) {
        return send("POST", target, "application/json", BodyPublishers.ofString(body));
    }

    public Answer postJson(String target, Object body) {
        try {
            return postJson(target, Answer.JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The answer, unless it is still the one that has this tag. */
    public Answer getIfChanged(String target, String tag) {
        try {
            return answer(request("GET", target, null, BodyPublishers.noBody()).header("If-None-Match", tag));
        } catch (IOException e) {
            throw new UncheckedIOException("GET " + target, e);
        }
    }

    /** Asks a cube with the question in the body. */
    public Answer ask(String method, String cube, Map<String, ?> question) {
        try {
            String body = Answer.JSON.writeValueAsString(question);
            return send(
                    method, "/api/v1/cubes/" + cube + "/aggregate", "application/json", BodyPublishers.ofString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Asks a cube with the question in the address. */
    public Answer ask(String cube, Map<String, ?> question) {
        return get("/api/v1/cubes/" + cube + "/aggregate?"
                + question.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue().toString(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    /** Puts what nobody has put there before. */
    public Answer putNew(String target, String body) {
        HttpRequest.Builder request = request("PUT", target, "application/json", BodyPublishers.ofString(body))
                .header("If-None-Match", "*");
        try {
            return answer(request);
        } catch (IOException e) {
            throw new UncheckedIOException("PUT " + target, e);
        }
    }

    public Answer postCsv(String target, String body) {
        return send("POST", target, "text/csv", BodyPublishers.ofString(body));
    }

    /** @param contentType null where there is no body */
    public Answer send(String method, String target, String contentType, BodyPublisher body) {
        try {
            return trySend(method, target, contentType, body);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        }
    }

    /** As {@link #send}, for tests that take away what answers. */
    public Answer trySend(String method, String target, String contentType, BodyPublisher body) throws IOException {
        return answer(request(method, target, contentType, body));
    }

    /**
     * As {@link #send}, with further headers.
     *
     * @param contentType null where there is no body
     */
    public Answer send(
            String method, String target, Map<String, String> headers, String contentType, BodyPublisher body) {
        HttpRequest.Builder request = request(method, target, contentType, body);
        headers.forEach(request::header);
        try {
            return answer(request);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        }
    }

    /** Posts JSON with further headers. */
    public Answer tryPost(String target, Map<String, String> headers, Object body) throws IOException {
        String json = Answer.JSON.writeValueAsString(body);
        HttpRequest.Builder request = request("POST", target, "application/json", BodyPublishers.ofString(json));
        headers.forEach(request::header);
        return answer(request);
    }

    private HttpRequest.Builder request(String method, String target, String contentType, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(target))
                .timeout(LONGEST_ANSWER)
                .method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return request;
    }

    private Answer answer(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("ETag").orElse(""),
                    response.headers().firstValue("WWW-Authenticate").orElse(""),
                    response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The answer of a cube to a question. */
    public JsonNode ask(String cube, String drilldown, String cut) {
        String target = "/api/v1/cubes/" + cube + "/aggregate?measures=amount,lines"
                + (drilldown.isEmpty() ? "" : "&drilldown=" + drilldown)
                + (cut.isEmpty() ? "" : "&cut=" + URLEncoder.encode(cut, StandardCharsets.UTF_8));
        return get(target).require(200);
    }

    /** Certifies submissions with a second key, which an administrator's key makes. */
    public void certify(List<String> submissions) {
        Map<String, Object> secretariat = Map.of("name", "test, to certify", "roles", List.of("reviewer"));
        Gateway certifier = withKey(postJson("/api/v1/api-keys", secretariat)
                .require(201)
                .get("key")
                .asText());
        submissions.forEach(id -> certifier.step(id, "certification").require(200));
    }

    /** Takes a step with a submission as it is now. */
    public Answer step(String submission, String step) {
        String target = "/api/v1/submissions/" + submission;
        String version = get(target).require(200).get("version").asText();
        try {
            return answer(request("POST", target + "/" + step, null, BodyPublishers.noBody())
                    .header("If-Match", "\"" + version + "\""));
        } catch (IOException e) {
            throw new UncheckedIOException(step + " of " + submission, e);
        }
    }

    /** Certifies and publishes submissions, and waits until both cubes answer from the new edition. */
    public long publish(List<String> submissions) {
        certify(submissions);
        long edition = postJson("/api/v1/editions", Map.of("submissions", submissions, "title", "Test"))
                .require(201)
                .get("edition")
                .asLong();
        Await.until(
                "cubes follow edition " + edition,
                () -> answersFrom("expense", edition) && answersFrom("revenue", edition));
        return edition;
    }

    private boolean answersFrom(String cube, long edition) {
        // an answer's own edition is the last one that changed anything of what was asked
        Answer answer = get("/api/v1/cubes/" + cube);
        return answer.status() == 200 && answer.json().path("edition").asLong() >= edition;
    }
}
