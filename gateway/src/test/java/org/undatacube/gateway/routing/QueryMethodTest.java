package org.undatacube.gateway.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.gateway.Suite;
import org.undatacube.gateway.Upstream;

/** Questions in a body are open to all, as those in an address are. */
@QuarkusTest
@QuarkusTestResource(Suite.class)
class QueryMethodTest {
    private static final String PATH = "/api/v1/cubes/expense/aggregate";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Suite suite;

    @TestHTTPResource(PATH)
    URI aggregate;

    @BeforeEach
    void reset() {
        suite.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "QUERY"})
    void passesWithItsBodyAndWithoutAKey(String method) throws IOException, InterruptedException {
        suite.aggregation().on(PATH, exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Upstream.send(exchange, 200, "{\"asked\":" + body + "}");
        });

        HttpResponse<String> answer = ask(method);

        assertEquals(200, answer.statusCode());
        assertEquals("{\"asked\":{\"drilldown\":\"year\"}}", answer.body());
        Upstream.Received received = suite.aggregation().received().get(0);
        assertEquals(method, received.method());
        assertEquals("application/json", received.header("Content-Type"));
        assertNull(received.header("Authorization"));
    }

    /** Of a QUERY it is certain that it did nothing. */
    @ParameterizedTest
    @CsvSource({"QUERY, 503", "POST, 502"})
    void saysWhatABrokenAnswerMeans(String method, int status) throws IOException, InterruptedException {
        suite.aggregation().on(PATH, exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.close();
        });

        HttpResponse<String> answer = ask(method);

        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
    }

    private HttpResponse<String> ask(String method) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(aggregate)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString("{\"drilldown\":\"year\"}"))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
