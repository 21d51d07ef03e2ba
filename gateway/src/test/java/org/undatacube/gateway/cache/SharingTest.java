package org.undatacube.gateway.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.gateway.RawHttp;
import org.undatacube.gateway.Suite;
import org.undatacube.gateway.Upstream;

/** Equal questions at the same time. */
@QuarkusTest
@QuarkusTestResource(Suite.class)
class SharingTest {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Suite suite;

    @TestHTTPResource("/")
    URI gateway;

    private CachedQuestion question;

    @BeforeEach
    void reset() {
        suite.reset();
        question = new CachedQuestion(suite);
    }

    @Test
    void asksOnceForAllWhoWantTheSameAtATime() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger worked = new AtomicInteger();
        question.answers(exchange -> {
            Upstream.await(goOn);
            if ("\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.getResponseHeaders().set("ETag", "\"1\"");
                Upstream.send(exchange, 304, "");
            } else {
                worked.incrementAndGet();
                CachedQuestion.say(exchange, Map.of("Cache-Control", "no-cache", "ETag", "\"1\""), "[1]");
            }
        });

        List<CompletableFuture<HttpResponse<String>>> asking = ask(30);
        Awaitility.await().until(() -> question.received().size() == 1);
        goOn.countDown();

        for (CompletableFuture<HttpResponse<String>> answer : asking) {
            assertEquals("[1]", answer.join().body());
        }
        assertEquals(1, worked.get());
        // the first; and once more for all who came after it was sent, or as many times as they came apart
        assertTrue(question.received().size() < 30, () -> question.received().size() + " questions for 30 callers");
    }

    @Test
    void givesNobodyAnAnswerFromBeforeHisQuestion() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger version = new AtomicInteger(1);
        question.answers(exchange -> {
            int now = version.get();
            if (now == 1) {
                Upstream.await(goOn);
            }
            CachedQuestion.say(
                    exchange, Map.of("Cache-Control", "no-cache", "ETag", "\"" + now + "\""), "[" + now + "]");
        });
        List<CompletableFuture<HttpResponse<String>>> before = ask(1);
        Awaitility.await().until(() -> question.received().size() == 1);

        version.set(2);
        List<CompletableFuture<HttpResponse<String>>> after = ask(3);
        goOn.countDown();

        assertEquals("[1]", before.get(0).join().body());
        for (CompletableFuture<HttpResponse<String>> answer : after) {
            assertEquals("[2]", answer.join().body());
        }
    }

    @Test
    void letsNobodyWaitForAnAnswerThatIsNotShared() throws Exception {
        CountDownLatch all = new CountDownLatch(5);
        CountDownLatch first = new CountDownLatch(1);
        question.answers(exchange -> {
            if (first.getCount() == 1) {
                Upstream.await(first);
            } else {
                all.countDown();
                // ends only when five are asked at a time
                Upstream.await(all);
            }
            CachedQuestion.say(exchange, Map.of("Cache-Control", "private"), "[1]");
        });
        List<CompletableFuture<HttpResponse<String>>> asking = ask(1);
        Awaitility.await().until(() -> question.received().size() == 1);
        asking.addAll(ask(5));
        first.countDown();

        for (CompletableFuture<HttpResponse<String>> answer : asking) {
            assertEquals(200, answer.join().statusCode());
        }
        assertEquals(6, question.received().size());
    }

    @Test
    void asksAnewForThoseWhoseFirstAskerWentAway() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        question.answers(exchange -> {
            if (question.received().size() == 1) {
                Upstream.await(goOn);
            }
            CachedQuestion.say(exchange, Map.of("Cache-Control", "max-age=100"), "[1]");
        });
        try (Socket first = RawHttp.connect(gateway)) {
            first.getOutputStream()
                    .write(("GET " + question.address() + " HTTP/1.1\r\nHost: " + gateway.getAuthority() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            Awaitility.await().until(() -> question.received().size() == 1);
        }
        List<CompletableFuture<HttpResponse<String>>> others = ask(3);

        for (CompletableFuture<HttpResponse<String>> answer : others) {
            assertEquals("[1]", answer.join().body());
        }
        goOn.countDown();
    }

    @Test
    void failsForAllWhoWaitWhereTheServiceDoes() {
        suite.aggregation().stop();

        for (CompletableFuture<HttpResponse<String>> answer : ask(5)) {
            assertEquals(503, answer.join().statusCode());
            assertTrue(answer.join().body().contains("/problems/gateway/unavailable"));
        }
    }

    private List<CompletableFuture<HttpResponse<String>>> ask(int callers) {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            answers.add(client.sendAsync(
                    HttpRequest.newBuilder(gateway.resolve(question.address())).build(), BodyHandlers.ofString()));
        }
        return answers;
    }
}
