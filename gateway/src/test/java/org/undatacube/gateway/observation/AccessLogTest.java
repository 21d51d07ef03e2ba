package org.undatacube.gateway.observation;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.gateway.Suite;
import org.undatacube.http.ApiKey;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class AccessLogTest {
    private static final Logger ACCESS = Logger.getLogger("org.undatacube.gateway.access");

    Suite suite;

    private final Lines lines = new Lines();

    /** Keeps what is logged. */
    private static final class Lines extends Handler {
        private final List<ExtLogRecord> written = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            written.add(ExtLogRecord.wrap(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        ExtLogRecord of(String request) {
            await().until(() -> written.stream().anyMatch(line -> request.equals(line.getMdc("requestId"))));
            return written.stream()
                    .filter(line -> request.equals(line.getMdc("requestId")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @BeforeEach
    void listen() {
        suite.reset();
        ACCESS.addHandler(lines);
    }

    @AfterEach
    void stop() {
        ACCESS.removeHandler(lines);
    }

    @Test
    void saysWhatWasAskedAndWhatCameOfIt() {
        suite.aggregation().on("/api/v1/cubes/expense/aggregate", 200, "{\"cells\":[]}");

        given().header("X-Request-Id", "one")
                .when()
                .get("/api/v1/cubes/expense/aggregate?cut=entity:UNDP")
                .then()
                .statusCode(200);

        ExtLogRecord line = lines.of("one");
        assertTrue(line.getMessage().matches("GET /api/v1/cubes 200 \\d+\\.\\d{3} ms 12 B key -"), line.getMessage());
        assertEquals("GET", line.getMdc("method"));
        assertEquals("/api/v1/cubes", line.getMdc("route"));
        assertEquals("200", line.getMdc("status"));
        assertEquals("12", line.getMdc("bytes"));
        assertTrue(Double.parseDouble(line.getMdc("milliseconds")) > 0);
    }

    @Test
    void namesTheKeyButNeverTellsIt() {
        String key = ApiKey.generate(new SecureRandom()).text();
        suite.registry().on("/identity/tokens", 200, "{\"token\":\"t\"}");

        given().header("X-Request-Id", "two")
                .header("Authorization", "Bearer " + key)
                .when()
                .get("/api/v1/submissions")
                .then()
                .statusCode(200);

        ExtLogRecord line = lines.of("two");
        assertEquals(ApiKey.parse(key).orElseThrow().id(), line.getMdc("key"));
        String secret = key.substring("udc_12345678_".length());
        assertFalse((line.getMessage() + line.getMdcCopy()).contains(secret));
    }

    @Test
    void tellsNothingOfOtherCredentials() {
        given().header("X-Request-Id", "three")
                .header("Authorization", "Basic c2VjcmV0OnNlY3JldA==")
                .when()
                .get("/api/v1/submissions")
                .then()
                .statusCode(401);

        ExtLogRecord line = lines.of("three");
        assertEquals("other", line.getMdc("key"));
        assertFalse((line.getMessage() + line.getMdcCopy()).contains("c2VjcmV0"));
    }

    @Test
    void hasALineForWhatTheGatewayAnswersItself() {
        when().get("/health");
        given().header("X-Request-Id", "four").when().get("/nobody/knows/this");

        assertTrue(lines.of("four").getMessage().startsWith("GET unknown 404 "));
    }
}
