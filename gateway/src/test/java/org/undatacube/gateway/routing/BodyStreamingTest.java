package org.undatacube.gateway.routing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.gateway.RawHttp;
import org.undatacube.gateway.Suite;
import org.undatacube.gateway.Upstream;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class BodyStreamingTest {
    private static final int MEBIBYTE = 1 << 20;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Suite suite;

    @TestHTTPResource("/api/v1/submissions")
    URI submissions;

    @BeforeEach
    void reset() {
        suite.reset();
    }

    @Test
    void passesALargeUploadOnUnchanged() throws Exception {
        MessageDigest arrived = MessageDigest.getInstance("SHA-256");
        suite.contributions().on("/api/v1/submissions", exchange -> {
            try (InputStream body = new DigestInputStream(exchange.getRequestBody(), arrived)) {
                body.transferTo(OutputStream.nullOutputStream());
            }
            Upstream.send(exchange, 201, "{}");
        });
        byte[] upload = new byte[60 * MEBIBYTE];
        new Random(1).nextBytes(upload);

        HttpResponse<String> answer = post(BodyPublishers.ofByteArray(upload));

        assertEquals(201, answer.statusCode());
        assertArrayEquals(MessageDigest.getInstance("SHA-256").digest(upload), arrived.digest());
    }

    @Test
    void passesTheFirstBytesOnBeforeTheLastAreThere() throws Exception {
        CountDownLatch firstArrived = new CountDownLatch(1);
        CompletableFuture<String> whole = new CompletableFuture<>();
        suite.contributions().on("/api/v1/submissions", exchange -> {
            InputStream body = exchange.getRequestBody();
            char first = (char) body.read();
            firstArrived.countDown();
            whole.complete(first + new String(body.readAllBytes(), StandardCharsets.UTF_8));
            Upstream.send(exchange, 201, "{}");
        });

        try (Socket socket = RawHttp.connect(submissions)) {
            OutputStream out = socket.getOutputStream();
            write(
                    out,
                    "POST /api/v1/submissions HTTP/1.1\r\nHost: gateway\r\nTransfer-Encoding: chunked\r\n"
                            + "Connection: close\r\n\r\n5\r\nfirst\r\n");
            assertTrue(firstArrived.await(10, TimeUnit.SECONDS), "the service has the first bytes");
            write(out, "5\r\n last\r\n0\r\n\r\n");

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 201 "), answer);
            assertEquals("first last", whole.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void passesALargeAnswerOnUnchanged() throws Exception {
        byte[] block = new byte[MEBIBYTE];
        new Random(2).nextBytes(block);
        MessageDigest sent = MessageDigest.getInstance("SHA-256");
        suite.contributions().on("/api/v1/submissions/1/lines", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < 100; i++) {
                    body.write(block);
                    sent.update(block);
                }
            }
        });

        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(URI.create(submissions + "/1/lines")).build(), BodyHandlers.ofInputStream());

        MessageDigest arrived = MessageDigest.getInstance("SHA-256");
        try (InputStream body = new DigestInputStream(answer.body(), arrived)) {
            assertEquals(100L * MEBIBYTE, body.transferTo(OutputStream.nullOutputStream()));
        }
        assertArrayEquals(sent.digest(), arrived.digest());
    }

    @Test
    void refusesABodyThatIsDeclaredTooLargeBeforeReadingIt() throws Exception {
        try (Socket socket = RawHttp.connect(submissions)) {
            write(
                    socket.getOutputStream(),
                    "POST /api/v1/submissions HTTP/1.1\r\nHost: gateway\r\nContent-Length: 209715200\r\n\r\n");

            assertTooLarge(readUntil(socket.getInputStream(), "67108864}"));
        }
    }

    @Test
    void refusesABodyOf200MebibytesToAClientThatSendsItAll() throws Exception {
        HttpResponse<String> answer =
                post(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> blocks(200)), 200L * MEBIBYTE));

        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("/problems/gateway/body-too-large"), answer.body());
        assertTrue(suite.contributions().received().isEmpty());
    }

    @Test
    void refusesABodyOfUndeclaredLengthWhenItGrowsTooLarge() throws Exception {
        HttpResponse<String> answer = post(BodyPublishers.ofInputStream(() -> blocks(80)));

        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("/problems/gateway/body-too-large"), answer.body());
    }

    @Test
    void asksForABodyThatTheClientHoldsBack() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(submissions)
                        .expectContinue(true)
                        .POST(BodyPublishers.ofString("held back"))
                        .build(),
                BodyHandlers.ofString());

        assertEquals(200, answer.statusCode());
        assertEquals("{\"service\":\"contributions\"}", answer.body());
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(submissions).POST(body).build(), BodyHandlers.ofString());
    }

    private static InputStream blocks(int mebibytes) {
        byte[] block = new byte[MEBIBYTE];
        return new SequenceInputStream(Collections.enumeration(Stream.generate(() -> new ByteArrayInputStream(block))
                .limit(mebibytes)
                .toList()));
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String readUntil(InputStream in, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            read.append((char) in.read());
        }
        return read.toString();
    }

    private static void assertTooLarge(String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertTrue(answer.contains("\"type\":\"/problems/gateway/body-too-large\""), answer);
        assertTrue(answer.contains("\"limit\":67108864"), answer);
    }
}
