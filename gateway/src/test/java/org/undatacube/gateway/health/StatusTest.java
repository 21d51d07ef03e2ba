package org.undatacube.gateway.health;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.gateway.Suite;
import org.undatacube.gateway.Upstream;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class StatusTest {
    private static final String CHECKS = "{\"status\":\"UP\",\"checks\":[]}";

    Suite suite;

    @BeforeEach
    void reset() {
        suite.reset();
    }

    @Test
    void saysThatEverythingWorks() {
        cubes(4, 0);

        when().get("/status")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/html"))
                .header("Cache-Control", containsString("no-store"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("Everything works."))
                .body(containsString("edition 4"))
                .body(containsString("2 days ago"))
                .body(containsString("It is the latest one."))
                .body(containsString("<strong>1,234,567</strong> given again from memory"))
                .body(containsString("<strong>3</strong> added up from all lines"))
                // of which there was none
                .body(not(containsString("while nobody waited")))
                .body(not(containsString("<script")));
    }

    @Test
    void isTheSameAsJson() {
        cubes(4, 7);

        given().accept("application/json")
                .when()
                .get("/status")
                .then()
                .statusCode(200)
                .body("status", is("UP"))
                .body("services.name", contains("aggregation", "contributions", "registry"))
                .body("services.status", everyItem(is("UP")))
                .body("services.since", everyItem(notNullValue()))
                .body("cubes.edition", is(4))
                .body("cubes.lagSeconds", is(7))
                .body("cubes.answers.cache", is(1_234_567));
    }

    @Test
    void saysWhichServiceIsDownAndSinceWhen() {
        cubes(4, 0);
        String before = since("contributions");
        suite.contributions().stop();

        when().get("/status")
                .then()
                .statusCode(200)
                .body(containsString("Not everything works."))
                .body(containsString("Nothing can be submitted"))
                .body(containsString("Does not answer"))
                .body(containsString("edition 4"));
        assertNotEquals(before, since("contributions"));
        assertEquals(since("contributions"), since("contributions"));
    }

    @Test
    void saysThatAServiceIsNotReady() {
        cubes(4, 0);
        suite.registry().on("/q/health/ready", 503, "{\"status\":\"DOWN\",\"checks\":[]}");

        when().get("/status")
                .then()
                .statusCode(200)
                .body(containsString("nobody can use a key"))
                .body(containsString("Not ready"));
    }

    @Test
    void saysThatThereAreNoFiguresWithoutTheAggregation() {
        suite.aggregation().stop();

        when().get("/status")
                .then()
                .statusCode(200)
                .body(containsString("No figures can be had."))
                .body(containsString("cannot be told"));
        given().accept("application/json").when().get("/status").then().body("cubes", nullValue());
    }

    @Test
    void saysThatNothingWorksWhereNothingDoes() {
        suite.all().forEach(service -> service.stop());

        when().get("/status").then().statusCode(200).body(containsString("Nothing works at present."));
    }

    @Test
    void saysHowFarTheCubesAreBehind() {
        cubes(4, 600);

        when().get("/status").then().body(containsString("Later editions may be missing: for 10 minutes"));
    }

    @Test
    void saysThatNothingWasPublishedYet() {
        suite.aggregation()
                .on(
                        "/status",
                        200,
                        "{\"edition\":0,\"lagSeconds\":0,\"pulledAt\":\"" + Instant.now() + "\",\"startedAt\":\""
                                + Instant.now() + "\",\"answers\":{}}");

        when().get("/status")
                .then()
                .body(containsString("Nothing has been published yet."))
                .body(containsString("Nobody has asked for totals"));
    }

    @Test
    void seesAServiceGoAndComeBackThoughNobodyAsks() {
        cubes(4, 0);
        String before = since("registry");
        CountDownLatch seen = new CountDownLatch(1);
        suite.registry().on("/q/health/ready", exchange -> {
            Upstream.send(exchange, 503, CHECKS);
            seen.countDown();
        });
        await().until(() -> seen.getCount() == 0);
        suite.registry().reset();

        await().until(() -> !since("registry").equals(before));
    }

    private String since(String service) {
        return given().accept("application/json")
                .when()
                .get("/status")
                .path("services.find { it.name == '" + service + "' }.since");
    }

    private void cubes(long edition, long lag) {
        Instant now = Instant.now();
        suite.aggregation().on("/status", 200, """
                {"edition":%d,"publishedAt":"%s","pulledAt":"%s","lagSeconds":%d,"startedAt":"%s",
                 "answers":{"client":0,"cache":1234567,"preaggregate":12,"scan":3,"stream":0,"preparation":0}}""".formatted(
                edition, now.minus(2, ChronoUnit.DAYS), now.minusSeconds(lag), lag, now.minus(1, ChronoUnit.HOURS)));
    }
}
