package org.undatacube.contributions;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * A registry of a few codes: serves the files of {@code src/test/resources/registry} as the real one serves its lists,
 * and the public key of callers' tokens. The private key reaches the tests as configuration.
 */
public final class RegistryStandIn implements QuarkusTestResourceLifecycleManager {
    static final String SIGNING_KEY = "test.signing-key";

    static final String WITHOUT_LISTS = "without-lists";

    private HttpServer server;
    private boolean withoutLists;
    private ExecutorService threads;

    @Override
    public void init(Map<String, String> arguments) {
        withoutLists = arguments.containsKey(WITHOUT_LISTS);
    }

    @Override
    public Map<String, String> start() {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("test");
            key.setAlgorithm("ES256");
            byte[] publicKeys = new JsonWebKeySet(key)
                    .toJson(OutputControlLevel.PUBLIC_ONLY)
                    .getBytes(StandardCharsets.UTF_8);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            threads = Executors.newCachedThreadPool();
            server.setExecutor(threads);
            server.createContext("/identity/jwks", exchange -> answer(exchange, publicKeys));
            if (!withoutLists) {
                server.createContext("/api/v1/", RegistryStandIn::answerFile);
            }
            server.start();
            String address = "http://localhost:" + server.getAddress().getPort();
            return Map.of(
                    "datacube.registry.url", address, SIGNING_KEY, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        } catch (IOException | JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answerFile(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String file = "/registry/" + path.substring(path.lastIndexOf('/') + 1) + ".json";
        try (InputStream json = RegistryStandIn.class.getResourceAsStream(file)) {
            exchange.getResponseHeaders().add("ETag", "\"1\"");
            if (json == null) {
                exchange.sendResponseHeaders(404, -1);
            } else if ("\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                answer(exchange, json.readAllBytes());
            }
        } finally {
            exchange.close();
        }
    }

    private static void answer(HttpExchange exchange, byte[] json) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }
}
