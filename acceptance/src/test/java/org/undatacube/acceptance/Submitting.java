package org.undatacube.acceptance;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.undatacube.acceptance.suite.Answer;
import org.undatacube.acceptance.suite.Await;
import org.undatacube.acceptance.suite.Gateway;

/** Submits one small submission after another, in two threads, and remembers what was acknowledged. */
final class Submitting implements AutoCloseable {
    static final String TOTAL = "1111.11";
    private static final String BODY = """
            {"entity":"ITU","year":2025,"flow":"expense","breakdowns":[{"dimensions":["sdg"],"lines":[
             {"sdg":"9","amount":"1000.00"},{"sdg":"9.c","amount":"111.11"}]}]}""";

    private final Gateway gateway;
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private final List<Thread> threads;
    private volatile boolean going = true;

    Submitting(Gateway gateway) {
        this.gateway = gateway;
        this.threads = Stream.generate(() -> new Thread(this::submit)).limit(2).toList();
        threads.forEach(Thread::start);
    }

    void awaitAcknowledged(int count) {
        int wanted = acknowledged.size() + count;
        Await.until(count + " submissions are acknowledged", () -> acknowledged.size() >= wanted);
    }

    /** The identifiers of all that was acknowledged. */
    List<String> stop() {
        going = false;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return List.copyOf(acknowledged);
    }

    @Override
    public void close() {
        stop();
    }

    private void submit() {
        while (going) {
            try {
                Answer answer = gateway.trySend(
                        "POST", "/api/v1/submissions", "application/json", BodyPublishers.ofString(BODY));
                if (answer.status() == 201) {
                    acknowledged.add(answer.json().get("id").asText());
                }
            } catch (IOException killed) {
                // not acknowledged, so nothing was promised
                Thread.onSpinWait();
            }
        }
    }
}
