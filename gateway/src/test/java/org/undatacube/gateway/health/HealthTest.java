package org.undatacube.gateway.health;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.gateway.Suite;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class HealthTest {
    Suite suite;

    @BeforeEach
    void reset() {
        suite.reset();
    }

    @Test
    void isUpWhereEveryServiceIs() {
        suite.aggregation()
                .on(
                        "/q/health/ready",
                        200,
                        "{\"status\":\"UP\",\"checks\":[{\"name\":\"cubes\",\"status\":\"UP\",\"data\":{\"edition\":3}}]}");

        when().get("/health")
                .then()
                .statusCode(200)
                .header("Cache-Control", is("no-transform, no-store"))
                .body("status", is("UP"))
                .body("services.name", contains("aggregation", "contributions", "registry"))
                .body("services[0].checks[0].data.edition", is(3));
    }

    @Test
    void saysWhichServiceIsNotReadyAndWhichCannotBeReached() {
        suite.aggregation().on("/q/health/ready", 503, "{\"status\":\"DOWN\",\"checks\":[]}");
        suite.contributions().stop();

        when().get("/health")
                .then()
                .statusCode(503)
                .body("status", is("DOWN"))
                .body("services.status", contains("DOWN", "UNREACHABLE", "UP"));
    }

    @Test
    void keepsItsOwnHealthApartFromThatOfTheSuite() {
        suite.all().forEach(service -> service.stop());

        when().get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
    }
}
