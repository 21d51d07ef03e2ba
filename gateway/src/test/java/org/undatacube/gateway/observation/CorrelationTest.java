package org.undatacube.gateway.observation;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.gateway.Suite;
import org.undatacube.gateway.Upstream;
import org.undatacube.http.ApiKey;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class CorrelationTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";
    private static final String MADE = "[0-9a-f]{32}";

    Suite suite;

    @BeforeEach
    void reset() {
        suite.reset();
    }

    @Test
    void takesTheNameThatItsSenderGives() {
        given().header("X-Request-Id", "batch-2024.07:3")
                .when()
                .get("/api/v1/cubes")
                .then()
                .header("X-Request-Id", "batch-2024.07:3");

        assertEquals("batch-2024.07:3", received().header("X-Request-Id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two words",
                "a\"b",
                "a'b",
                "a;drop",
                "a/b",
                "a%0Ab",
                "é",
                "1234567890123456789012345678901234567890123456789"
            })
    void makesANameWhereThatIsNotSafe(String unsafe) {
        String made = given().header("X-Request-Id", unsafe)
                .when()
                .get("/api/v1/cubes")
                .then()
                .header("X-Request-Id", matchesPattern(MADE))
                .extract()
                .header("X-Request-Id");

        assertEquals(made, received().header("X-Request-Id"));
    }

    @Test
    void goesOnWithTheTraceOfItsSenderAndIsNamedAfterIt() {
        given().header("traceparent", PARENT)
                .header("tracestate", "vendor=1")
                .when()
                .get("/api/v1/cubes")
                .then()
                .header("X-Request-Id", TRACE);

        assertEquals(PARENT, received().header("traceparent"));
        assertEquals("vendor=1", received().header("tracestate"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + TRACE + "-0000000000000000-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "ff-" + TRACE + "-b7ad6b7169203331-01",
                "00-" + TRACE + "-b7ad6b7169203331",
                "nonsense"
            })
    void beginsATraceWhereItsSenderSendsNone(String invalid) {
        Response answer = given().header("traceparent", invalid)
                .header("tracestate", "vendor=1")
                .when()
                .get("/api/v1/cubes");

        String name = answer.header("X-Request-Id");
        assertTrue(received().header("traceparent").matches("00-" + name + "-[0-9a-f]{16}-00"));
        assertNull(received().header("tracestate"));
    }

    @Test
    void namesRequestsApart() {
        String first = when().get("/api/v1/cubes").header("X-Request-Id");

        when().get("/api/v1/cubes").then().header("X-Request-Id", not(is(first)));
    }

    @Test
    void isInProblemDocumentsOfTheGateway() {
        suite.contributions().stop();

        given().header("X-Request-Id", "mine")
                .when()
                .get("/api/v1/submissions")
                .then()
                .statusCode(503)
                .header("X-Request-Id", "mine")
                .body("requestId", is("mine"));
        given().header("X-Request-Id", "mine")
                .when()
                .get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .header("X-Request-Id", "mine")
                .body("requestId", is("mine"));
    }

    @Test
    void saysOneNameWhateverTheServiceSays() {
        suite.aggregation().on("/api/v1/cubes", exchange -> {
            exchange.getResponseHeaders().add("X-Request-Id", "of-the-service");
            Upstream.send(exchange, 200, "{}");
        });

        Response answer = given().header("X-Request-Id", "mine").when().get("/api/v1/cubes");

        assertEquals(List.of("mine"), answer.headers().getValues("X-Request-Id"));
    }

    @Test
    void isToldToTheRegistryWithTheKey() {
        // of which nothing is remembered
        String key = ApiKey.generate(new SecureRandom()).text();
        suite.registry().on("/identity/tokens", 200, "{\"token\":\"t\"}");

        given().header("X-Request-Id", "mine")
                .header("Authorization", "Bearer " + key)
                .when()
                .get("/api/v1/cubes")
                .then()
                .statusCode(200);

        assertEquals(
                "mine",
                suite.registry().received().stream()
                        .filter(request -> request.target().equals("/identity/tokens"))
                        .findFirst()
                        .orElseThrow()
                        .header("X-Request-Id"));
    }

    private Upstream.Received received() {
        return suite.aggregation().received().get(0);
    }
}
