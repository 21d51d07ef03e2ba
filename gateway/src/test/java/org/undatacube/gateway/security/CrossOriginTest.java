package org.undatacube.gateway.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.gateway.Suite;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class CrossOriginTest {
    private static final String READER = "https://dashboard.example";

    Suite suite;

    @BeforeEach
    void reset() {
        suite.reset();
    }

    @Test
    void letsAnyPageReadWithoutCredentials() {
        given().header("Origin", READER)
                .when()
                .get("/api/v1/cubes")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Access-Control-Expose-Headers", allOf(containsString("ETag"), containsString("Link")))
                .body("service", is("aggregation"));
    }

    @Test
    void letsAnyPageSeeWhatAnswersSayInTheirHeaders() {
        given().header("Origin", READER)
                .when()
                .get("/api/v1/cubes")
                .then()
                .header(
                        "Access-Control-Expose-Headers",
                        allOf(
                                containsString("Datacube-Coverage"),
                                containsString("Datacube-Edition"),
                                containsString("Idempotent-Replayed"),
                                containsString("Upload-Offset"),
                                containsString("Upload-Complete"),
                                containsString("Upload-Length"),
                                containsString("Upload-Limit")));
    }

    @Test
    void refusesAnOriginThatIsNoneWithAProblem() {
        given().header("Origin", "gzip")
                .when()
                .get("/api/v1/cubes")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", is("/problems/gateway/bad-request"));
    }

    @Test
    void tellsAnyPageThatItMayReadButNotWriteOrSendKeys() {
        given().header("Origin", READER)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization")
                .when()
                .options("/api/v1/submissions")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", allOf(containsString("GET"), not(containsString("POST"))))
                .header(
                        "Access-Control-Allow-Headers",
                        allOf(containsString("If-None-Match"), not(containsString("Authorization"))));
    }

    @Test
    void letsAnyPageAskWithTheQuestionInTheBody() {
        for (String method : new String[] {"POST", "QUERY"}) {
            given().header("Origin", READER)
                    .header("Access-Control-Request-Method", method)
                    .header("Access-Control-Request-Headers", "content-type")
                    .when()
                    .options("/api/v1/cubes/expense/aggregate")
                    .then()
                    .statusCode(204)
                    .header("Access-Control-Allow-Origin", "*")
                    .header("Access-Control-Allow-Methods", containsString(method))
                    .header("Access-Control-Allow-Headers", containsString("Content-Type"));
        }
        given().header("Origin", READER)
                .contentType("application/json")
                .body("{}")
                .when()
                .post("/api/v1/cubes/expense/aggregate")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*");
        given().header("Origin", READER)
                .when()
                .post("/api/v1/cubes/expense/aggregate/elsewhere")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void letsAConfiguredOriginWriteWithAKey() {
        given().header("Origin", Suite.WRITER)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization")
                .when()
                .options("/api/v1/submissions")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", Suite.WRITER)
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header(
                        "Access-Control-Allow-Headers",
                        allOf(
                                containsString("Authorization"),
                                containsString("Prefer"),
                                containsString("Upload-Offset"),
                                containsString("Upload-Complete"),
                                containsString("Upload-Length")));
        given().header("Origin", Suite.WRITER)
                .when()
                .post("/api/v1/submissions")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", Suite.WRITER);
    }

    @Test
    void givesAnotherPageNoLeaveToSeeWhatAWriteAnswers() {
        given().header("Origin", READER)
                .when()
                .post("/api/v1/submissions")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void letsPagesReadProblemsToo() {
        suite.aggregation().stop();

        given().header("Origin", READER)
                .when()
                .get("/api/v1/cubes")
                .then()
                .statusCode(503)
                .header("Access-Control-Allow-Origin", "*");
    }
}
