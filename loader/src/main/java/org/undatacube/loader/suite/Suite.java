package org.undatacube.loader.suite;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.undatacube.codelists.CodeList;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Registry;

/**
 * A running suite, reached through its gateway. Every request throws {@link IOException} where the suite cannot be
 * reached and {@link Refusal} where it answers with a problem.
 */
public final class Suite {
    static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final String API = "/api/v1/";
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(10);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(3));
    private static final Pattern NOT_IN_AN_ADDRESS = Pattern.compile("[ \"<>\\\\^`{|}]");

    private final URI address;
    private final String key;
    private final HttpClient http;
    private final Registry registry;

    /** Somebody wants this thread to end. */
    private static final class Interruption extends IOException {
        private static final long serialVersionUID = 1L;

        private Interruption(InterruptedException cause) {
            super("Interrupted", cause);
            Thread.currentThread().interrupt();
        }
    }

    /** @param key the API key for what is not public, or null */
    public Suite(URI address, String key) {
        this.address = address;
        this.key = key;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        this.registry = new Registry(address, Duration.ofMinutes(10), Clock.systemUTC());
    }

    public CodeList codeList(Dimension dimension) throws IOException {
        try {
            return registry.codeList(dimension);
        } catch (Registry.Unavailable unavailable) {
            throw new IOException(unavailable.getMessage() + " at " + address, unavailable);
        }
    }

    public Acknowledgement submit(SubmissionBody body) throws IOException, Refusal {
        HttpRequest.Builder request = request("submissions" + (body.query().isEmpty() ? "" : "?" + body.query()))
                .header("Content-Type", body.mediaType())
                .POST(body.content());
        return JSON.treeToValue(sendUntilAnswered(request, body), Acknowledgement.class);
    }

    /** Certifies a submission as it was acknowledged. */
    void certify(Acknowledgement submission) throws IOException, Refusal {
        HttpRequest.Builder request = request("submissions/" + submission.id() + "/certification")
                .header("If-Match", "\"" + submission.version() + "\"")
                .POST(BodyPublishers.noBody());
        sendUntilAnswered(request, null);
    }

    /** Makes a key for the secretariat that ends by itself. */
    IssuedKey issueReviewerKey(String name, Instant until) throws IOException, Refusal {
        byte[] body = JSON.writeValueAsBytes(
                Map.of("name", name, "roles", List.of("reviewer"), "expiresAt", until.toString()));
        HttpRequest.Builder request =
                request("api-keys").header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body));
        return JSON.treeToValue(send(request, null), IssuedKey.class);
    }

    void revokeKey(String id) throws IOException, Refusal {
        sendUntilAnswered(request("api-keys/" + id).DELETE(), null);
    }

    /** The same suite as the holder of another key sees it. */
    Suite withKey(String other) {
        return new Suite(address, other);
    }

    /** Publishes all of the submissions, or none. */
    public Edition publish(List<String> submissions, String title) throws IOException, Refusal {
        byte[] body = JSON.writeValueAsBytes(Map.of("submissions", submissions, "title", title));
        HttpRequest.Builder request =
                request("editions").header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body));
        return JSON.treeToValue(sendUntilAnswered(request, null), Edition.class);
    }

    public ImportReport importCodes(String list, String format, Path file) throws IOException, Refusal {
        HttpRequest.Builder request = request("code-lists/" + list + "/imports?format=" + format)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofFile(file));
        return JSON.treeToValue(send(request, null), ImportReport.class);
    }

    /**
     * The answer to a question, as the API gives it.
     *
     * @param question what follows {@code /api/v1/cubes/}; characters that an address cannot hold are escaped
     */
    public JsonNode ask(String question) throws IOException, Refusal {
        String escaped = NOT_IN_AN_ADDRESS
                .matcher(question)
                .replaceAll((MatchResult match) ->
                        "%%%02X".formatted((int) match.group().charAt(0)));
        return send(request("cubes/" + escaped).header("Accept", "application/json"), null);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(API + path)).timeout(LONGEST_ANSWER);
        Optional.ofNullable(key).ifPresent(given -> request.header("Authorization", "Bearer " + given));
        return request;
    }

    /**
     * Sends a request again where no answer came or the suite was not ready. Its idempotency key makes that safe: what
     * was done is not done again, and its answer is given.
     */
    private JsonNode sendUntilAnswered(HttpRequest.Builder request, SubmissionBody body) throws IOException, Refusal {
        request.header("Idempotency-Key", UUID.randomUUID().toString());
        for (Duration pause : PAUSES) {
            try {
                return send(request, body);
            } catch (Refusal refusal) {
                if (!refusal.isPassing()) {
                    throw refusal;
                }
            } catch (Interruption interrupted) {
                throw interrupted;
            } catch (IOException noAnswer) {
                // perhaps it was done: the next answer tells
            }
            sleep(pause);
        }
        return send(request, body);
    }

    private JsonNode send(HttpRequest.Builder request, SubmissionBody body) throws IOException, Refusal {
        HttpResponse<byte[]> response;
        try {
            response = http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (ConnectException unreachable) {
            throw new IOException("The suite does not answer at " + address, unreachable);
        } catch (InterruptedException e) {
            throw new Interruption(e);
        }
        if (response.statusCode() / 100 != 2) {
            throw new Refusal(response.statusCode(), problem(response.body()), body);
        }
        return JSON.readTree(response.body());
    }

    private static void sleep(Duration pause) throws Interruption {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw new Interruption(e);
        }
    }

    private static JsonNode problem(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notADocument) {
            // something in between answered, a proxy's page for example: the status is all there is to say
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
