package org.undatacube.gateway.routing;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.CountDownLatch;
import org.apache.http.ConnectionClosedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.gateway.Suite;
import org.undatacube.gateway.Upstream;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class FailureTest {
    Suite suite;

    @BeforeEach
    void reset() {
        suite.reset();
    }

    @Test
    void saysThatAServiceIsDownWhileTheOthersGoOn() {
        suite.aggregation().stop();

        when().get("/api/v1/cubes")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("type", is("/problems/gateway/unavailable"))
                .body("service", is("aggregation"))
                .body("instance", is("/api/v1/cubes"));
        when().get("/api/v1/code-lists").then().statusCode(200).body("service", is("registry"));

        suite.aggregation().reset();
        when().get("/api/v1/cubes").then().statusCode(200).body("service", is("aggregation"));
    }

    @Test
    void saysSoToAClientThatUploads() {
        suite.contributions().stop();

        given().contentType("text/csv")
                .body(new byte[8 << 20])
                .when()
                .post("/api/v1/submissions")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("type", is("/problems/gateway/unavailable"));
    }

    @Test
    void saysThatItIsNotKnownWhetherAChangeWasMadeWhereTheServiceBrokeOff() {
        suite.contributions().on("/api/v1/editions", exchange -> exchange.close());

        given().contentType("application/json")
                .body("{}")
                .when()
                .post("/api/v1/editions")
                .then()
                .statusCode(502)
                .contentType("application/problem+json")
                .body("type", is("/problems/gateway/broken-answer"))
                .body("service", is("contributions"));
    }

    @Test
    void saysThatWhatOnlyReadsCanBeSentAgainWhereTheServiceBrokeOff() {
        suite.contributions().on("/api/v1/editions", exchange -> exchange.close());

        when().get("/api/v1/editions")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("type", is("/problems/gateway/unavailable"));
    }

    @Test
    void saysThatAServiceDidNotAnswerInTime() {
        CountDownLatch asked = new CountDownLatch(1);
        suite.aggregation().on("/api/v1/cubes", exchange -> Upstream.await(asked));

        when().get("/api/v1/cubes")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("type", is("/problems/gateway/timeout"))
                .body("service", is("aggregation"));
        asked.countDown();
    }

    @Test
    void breaksItsOwnAnswerOffWhereTheServiceDoes() {
        suite.contributions().on("/api/v1/editions", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            suite.contributions().stop();
        });

        assertThrows(
                ConnectionClosedException.class,
                () -> when().get("/api/v1/editions").asByteArray());
        suite.contributions().reset();
        await().untilAsserted(() -> when().get("/api/v1/editions").then().statusCode(200));
    }
}
