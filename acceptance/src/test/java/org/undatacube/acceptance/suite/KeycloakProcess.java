package org.undatacube.acceptance.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.undatacube.embeddedpostgresql.FreePorts;

/** Keycloak's real distribution with the project's realm, as {@code acceptance/keycloak} starts it. */
public final class KeycloakProcess implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "keycloak").toAbsolutePath();

    private final int port = FreePorts.next();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;

    private KeycloakProcess() {
        ProcessBuilder builder = new ProcessBuilder(
                        RunningSuite.PROJECT.resolve("acceptance/keycloak").toString(), Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("keycloak.log").toFile());
        builder.environment().put("DATACUBE_KEYCLOAK_FOLDER", FOLDER.toString());
        try {
            Files.createDirectories(FOLDER);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started, and ready. */
    public static KeycloakProcess start() {
        KeycloakProcess keycloak = new KeycloakProcess();
        Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
        Await.until("Keycloak is ready", keycloak::isReady, () -> !keycloak.process.isAlive());
        return keycloak;
    }

    private String issuer() {
        return "http://127.0.0.1:" + port + "/realms/undatacube";
    }

    /** What a suite needs to know of it. */
    public RunningSuite.Provider provider() {
        return new RunningSuite.Provider(issuer(), setting("DATACUBE_SECRET_EXPLORER"));
    }

    /** A token of one of the realm's clients, such as {@code undp-preparer}. */
    public String token(String client) {
        return token(
                "undatacube", "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret(client));
    }

    /** A good token of the same Keycloak, for its own administrator: of another issuer, and for another audience. */
    public String tokenOfAnotherRealm() {
        return token(
                "master",
                "grant_type=password&client_id=admin-cli&username=administrator&password="
                        + setting("KC_BOOTSTRAP_ADMIN_PASSWORD"));
    }

    /** Lets somebody sign in with a password. */
    public void addPerson(String name, String password, String role, String entity) {
        administer(
                "POST",
                "/users",
                Map.of(
                        "username",
                        name,
                        "enabled",
                        true,
                        "attributes",
                        Map.of("entity", List.of(entity)),
                        "credentials",
                        List.of(Map.of("type", "password", "value", password, "temporary", false))));
        String id = administer("GET", "/users?exact=true&username=" + name, null)
                .get(0)
                .get("id")
                .asText();
        administer("POST", "/users/" + id + "/role-mappings/realm", List.of(administer("GET", "/roles/" + role, null)));
    }

    /** Lets the explorer be where the suite has it. */
    public void leadBackTo(URI explorer) {
        ObjectNode client = (ObjectNode)
                administer("GET", "/clients?clientId=undatacube-explorer", null).get(0);
        client.putArray("redirectUris").add(explorer.resolve("/sign-in").toString());
        client.withObject("attributes")
                .put("post.logout.redirect.uris", explorer.resolve("/submit").toString());
        administer("PUT", "/clients/" + client.get("id").asText(), client);
    }

    private JsonNode administer(String method, String path, Object body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/admin/realms/undatacube" + path))
                    .header("Authorization", "Bearer " + tokenOfAnotherRealm())
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(Answer.JSON.writeValueAsString(body)))
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return Answer.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String token(String realm, String form) {
        URI address = URI.create("http://127.0.0.1:" + port + "/realms/" + realm + "/protocol/openid-connect/token");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return Objects.requireNonNull(Answer.JSON.readTree(answer.body()).get("access_token"), answer.body())
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String secret(String client) {
        return setting("DATACUBE_SECRET_" + client.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static String setting(String name) {
        try {
            List<String> secrets = Files.readAllLines(FOLDER.resolve("secrets"));
            return secrets.stream()
                    .filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                .timeout(Duration.ofSeconds(10))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Keycloak does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
