package org.undatacube.gateway.connection;

import static io.restassured.RestAssured.when;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.gateway.RawHttp;
import org.undatacube.gateway.Suite;
import org.undatacube.gateway.Upstream.Received;

/** What no well-behaved client sends, by the byte. */
@QuarkusTest
@TestProfile(HostileRequestsTest.Impatient.class)
@QuarkusTestResource(Suite.class)
class HostileRequestsTest {
    private static final String SMUGGLED = "GET /api/v1/submissions/smuggled HTTP/1.1\r\nHost: gateway\r\n\r\n";
    /** Characters of a header, about as many as it may have. */
    private static final int TIRESOME = 15_000;

    private static final int SLOW_CONNECTIONS = 500;

    Suite suite;

    @TestHTTPResource("/")
    URI gateway;

    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "datacube.gateway.connections.body-patience", "0.5S",
                    "datacube.gateway.rate-limit.at-once", "10000");
        }
    }

    @BeforeEach
    void reset() {
        suite.reset();
    }

    static Stream<String> ambiguousFramings() {
        return Stream.of(
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
                "Content-Length: 0\r\nContent-Length: " + SMUGGLED.length() + "\r\n\r\n",
                "Content-Length: 0, " + SMUGGLED.length() + "\r\n\r\n",
                "Content-Length: +0\r\n\r\n",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: 0x0\r\n\r\n",
                "Content-Length : 0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: identity\r\nContent-Length: 0\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding:\r\n chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
                "X: y\r\n Transfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n",
                "X: y\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0;ext=\"\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n00000000000000000\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n\r\n",
                "Connection: Content-Length\r\nContent-Length: " + SMUGGLED.length() + "\r\n\r\n",
                "Connection: Transfer-Encoding\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    }

    /** A request that comes to a service without having gone through the gateway has not what the gateway adds. */
    @ParameterizedTest
    @MethodSource("ambiguousFramings")
    void letsNoRequestPassInAnother(String framing) throws IOException {
        String answers = exchange("POST /api/v1/submissions HTTP/1.1\r\nHost: gateway\r\n" + framing + SMUGGLED);

        int answered = answers.split("HTTP/1\\.1 [2-5]", -1).length - 1;
        List<Received> received = suite.all().stream()
                .flatMap(service -> service.received().stream())
                .toList();
        assertTrue(received.size() <= answered, () -> received + " for\n" + answers);
        received.forEach(request -> assertEquals("127.0.0.1", request.header("X-Forwarded-For"), request::toString));
        assertFalse(answers.contains("HTTP/1.1 5"), answers);
        // the next one is answered as ever
        when().get("/api/v1/submissions").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: 0x1\r\n\r\nx",
                "Transfer-Encoding: xchunked\r\n\r\n",
                "X\u0000: y\r\n\r\n",
                "X y: z\r\n\r\n"
            })
    void refusesWhatCannotBeRead(String framing) throws IOException {
        String answers = exchange("POST /api/v1/submissions HTTP/1.1\r\nHost: gateway\r\n" + framing);

        assertTrue(answers.startsWith("HTTP/1.1 4"), answers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: gateway\r\nHost: elsewhere",
                "Host: elsewhere:99999",
                "Host: a b",
                "Host: elsewhere/path?query#fragment",
                "Host: user@elsewhere",
                "X-Forwarded-Host: elsewhere\r\nHost: gateway",
                "X-Host: elsewhere\r\nForwarded: host=elsewhere\r\nHost: gateway"
            })
    void goesByNoHost(String headers) throws IOException {
        String answer = exchange("GET /api/v1/submissions HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 200 ") || answer.startsWith("HTTP/1.1 400 "), answer);
        assertFalse(answer.contains("elsewhere"), answer);
        suite.contributions().received().forEach(request -> {
            assertEquals("127.0.0.1", request.header("X-Forwarded-For"));
            assertTrue(request.header("Host").startsWith("127.0.0.1:"), request::toString);
        });
        assertTrue(suite.registry().received().isEmpty());
    }

    @Test
    void refusesAHeadThatIsTooLong() throws IOException {
        String line = "GET /api/v1/submissions HTTP/1.1\r\nHost: g\r\n";
        assertRefused("414", "GET /api/v1/submissions?" + "x".repeat(10_000) + " HTTP/1.1\r\nHost: g\r\n\r\n");
        assertRefused("431", line + "X: " + "x".repeat(20_000) + "\r\n\r\n");
        assertRefused("431", line + "X: y\r\n".repeat(5_000) + "\r\n");
        suite.all().forEach(service -> assertTrue(service.received().isEmpty()));
    }

    /** Or cut off: what is left of the request when the answer is sent resets the connection. */
    private void assertRefused(String status, String request) throws IOException {
        String answer = exchange(request);
        assertTrue(answer.isEmpty() || answer.startsWith(status, "HTTP/1.x ".length()), answer);
    }

    /** Whose reading takes a naive pattern a time that grows with the square of their length, or all of the stack. */
    static Stream<String> tiresomeHeaders() {
        String spaces = " ".repeat(TIRESOME);
        return Stream.of(
                "Accept: a" + spaces + "b",
                "Accept-Language: " + ",".repeat(TIRESOME),
                "Cache-Control: a=\"" + "x".repeat(TIRESOME),
                "Cache-Control: a=\"" + "\\x".repeat(TIRESOME / 2),
                "Cache-Control: a" + spaces + "b",
                "Cache-Control: " + "a=".repeat(TIRESOME / 2),
                "If-None-Match: " + "\"".repeat(TIRESOME),
                "Authorization: Bearer " + spaces + "x y");
    }

    @ParameterizedTest
    @MethodSource("tiresomeHeaders")
    void readsHeadersInTheTimeOfTheirLength(String header) {
        String answer = assertTimeoutPreemptively(
                // such patterns took more than three seconds
                Duration.ofSeconds(2), () -> RawHttp.get(gateway, "/api/v1/submissions", header));

        assertTrue(answer.startsWith("HTTP/1.1 200 ") || answer.startsWith("HTTP/1.1 401 "), answer);
    }

    @Test
    void sendsAParameterThatIsGivenTwiceOnAsItCame() throws IOException {
        RawHttp.get(gateway, "/api/v1/cubes/expense/aggregate?drilldown=year&drilldown=sdg&DRILLDOWN=x&drilldown");

        assertEquals(
                "/api/v1/cubes/expense/aggregate?drilldown=year&drilldown=sdg&DRILLDOWN=x&drilldown",
                suite.aggregation().received().get(0).target());
    }

    @Test
    void stopsWaitingForABodyThatComesByteByByte() throws IOException {
        try (Socket socket = RawHttp.connect(gateway)) {
            OutputStream out = socket.getOutputStream();
            out.write(ascii("POST /api/v1/submissions HTTP/1.1\r\nHost: g\r\nContent-Length: 1000000\r\n\r\nx"));

            StringBuilder read = new StringBuilder();
            while (read.indexOf("}") < 0) {
                read.append((char) socket.getInputStream().read());
            }
            String answer = read.toString();
            assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
            assertTrue(answer.contains("\"type\":\"/problems/gateway/body-too-slow\""), answer);
        }
    }

    @Test
    void answersOthersWhileManySayLittle() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW_CONNECTIONS; i++) {
                Socket socket = RawHttp.connect(gateway);
                slow.add(socket);
                socket.getOutputStream().write(ascii("GET /api/v1/submissions HTTP/1.1\r\nX-" + i + ": "));
            }
            for (Socket socket : slow) {
                socket.getOutputStream().write('x');
            }

            for (int i = 0; i < 20; i++) {
                when().get("/api/v1/submissions").then().statusCode(200);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "GETT", "get"})
    void answersMethodsThatNobodyKnowsWithoutHarm(String method) throws IOException {
        String answer = exchange(
                method + " /openapi HTTP/1.1\r\nHost: gateway\r\nX-Secret: forty-two\r\nConnection: close\r\n\r\n");

        assertFalse(answer.startsWith("HTTP/1.1 5"), answer);
        assertFalse(answer.contains("forty-two"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%zz", "/api/v1/cubes/%4", "/api/v1/cubes/%zz?drilldown=year"})
    void saysWhatIsWrongWithAPathThatCannotBeRead(String target) throws IOException {
        String answer = RawHttp.get(gateway, target);

        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.contains("\"type\":\"/problems/gateway/bad-request\""), answer);
        suite.all().forEach(service -> assertTrue(service.received().isEmpty()));
    }

    @Test
    void showsNoneOfItsInsidesWhateverItIsAsked() throws IOException {
        for (String target : List.of("/%", "/api/v1/cubes/%zz", "/docs/%2e%2e/", "/q/", "/problems/gateway/%00")) {
            String answer = RawHttp.get(gateway, target);
            assertFalse(answer.startsWith("HTTP/1.1 5"), answer);
            assertFalse(answer.contains("Exception") || answer.contains("\tat "), answer);
        }
    }

    /** All that comes back until the gateway closes, or has nothing more to say. */
    private String exchange(String request) throws IOException {
        StringBuilder answer = new StringBuilder();
        try (Socket socket = RawHttp.connect(gateway)) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            byte[] buffer = new byte[8192];
            for (int read = socket.getInputStream().read(buffer);
                    read >= 0;
                    read = socket.getInputStream().read(buffer)) {
                answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
        } catch (java.net.SocketTimeoutException | SocketException over) {
            // what was said until then
        }
        return answer.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
