package org.undatacube.gateway.cache;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.undatacube.gateway.cache.CachedQuestion.STATUS;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.gateway.Suite;

/** How long an answer is given again, and what makes it be asked for anew. */
@QuarkusTest
@QuarkusTestResource(Suite.class)
class FreshnessTest {
    Suite suite;

    private CachedQuestion question;

    @BeforeEach
    void reset() {
        suite.reset();
        question = new CachedQuestion(suite);
    }

    @Test
    void givesAnAnswerAgainThatHoldsForATimeWithoutAsking() {
        question.answers(Map.of("Cache-Control", "max-age=100", "ETag", "\"1\""), "[1]");

        when().get(question.address()).then().statusCode(200).header(STATUS, is("gateway; fwd=uri-miss; stored"));
        when().get(question.address())
                .then()
                .statusCode(200)
                .header(STATUS, startsWith("gateway; hit; ttl="))
                .header("Age", notNullValue())
                .header("ETag", "\"1\"")
                .header("Content-Type", "application/json")
                .header("Content-Length", "3")
                .body(equalTo("[1]"));

        assertEquals(1, question.received().size());
    }

    @Test
    void asksEachTimeWhetherAnAnswerStillStandsThatSaysSo() {
        question.answers(Map.of("Cache-Control", "no-cache", "ETag", "\"1\""), "[1]");

        when().get(question.address()).then().body(equalTo("[1]"));
        for (int i = 0; i < 3; i++) {
            when().get(question.address())
                    .then()
                    .statusCode(200)
                    .header(STATUS, "gateway; fwd=stale; fwd-status=304; stored")
                    .header("Content-Type", "application/json")
                    .body(equalTo("[1]"));
        }

        assertEquals(4, question.received().size());
        assertNull(question.received().get(0).header("If-None-Match"));
        assertEquals("\"1\"", question.received().get(1).header("If-None-Match"));
    }

    @Test
    void givesTheNewAnswerWhereTheOldOneDoesNotStand() {
        question.answers(Map.of("Cache-Control", "no-cache", "ETag", "\"1\""), "[1]");
        when().get(question.address()).then().body(equalTo("[1]"));

        question.answers(Map.of("Cache-Control", "no-cache", "ETag", "\"2\""), "[2]");

        when().get(question.address())
                .then()
                .header(STATUS, "gateway; fwd=stale; stored")
                .header("ETag", "\"2\"")
                .body(equalTo("[2]"));
        when().get(question.address()).then().header("ETag", "\"2\"").body(equalTo("[2]"));
    }

    @Test
    void judgesACallersOwnConditionByWhatIsKept() {
        question.answers(Map.of("Cache-Control", "max-age=100", "ETag", "\"1\"", "Datacube-Edition", "7"), "[1]");

        given().header("If-None-Match", "W/\"1\"")
                .when()
                .get(question.address())
                .then()
                .statusCode(304)
                .header("ETag", "\"1\"")
                .header("Datacube-Edition", "7")
                .body(equalTo(""));
        given().header("If-None-Match", "\"0\", \"1\"")
                .when()
                .get(question.address())
                .then()
                .statusCode(304)
                .header(STATUS, startsWith("gateway; hit"));
        given().header("If-None-Match", "\"0\"")
                .when()
                .get(question.address())
                .then()
                .statusCode(200)
                .body(equalTo("[1]"));

        assertEquals(1, question.received().size());
    }

    @Test
    void answersHeadFromWhatIsKept() {
        question.answers(Map.of("Cache-Control", "max-age=100", "ETag", "\"1\""), "[1]");
        when().get(question.address()).then().statusCode(200);

        when().head(question.address())
                .then()
                .statusCode(200)
                .header("Content-Length", "3")
                .header(STATUS, startsWith("gateway; hit"))
                .body(equalTo(""));
        when().get(question.address()).then().body(equalTo("[1]"));

        assertEquals(1, question.received().size());
    }

    @ParameterizedTest
    @CsvSource({
        "Cache-Control, no-store, gateway; fwd=bypass",
        "Range, bytes=0-1, gateway; fwd=bypass",
        "If-Match, \"\"\"1\"\"\", gateway; fwd=bypass",
        "If-Modified-Since, 'Mon, 23 Nov 2026 00:00:00 GMT', gateway; fwd=bypass",
        "Cache-Control, no-cache, gateway; fwd=stale; fwd-status=304; stored",
        "Cache-Control, min-fresh=1000, gateway; fwd=stale; fwd-status=304; stored",
        "Cache-Control, min-fresh=10, gateway; hit",
        "Cache-Control, max-age=50, gateway; hit"
    })
    void doesWithWhatIsKeptAsTheCallerSays(String header, String value, String status) {
        question.answers(Map.of("Cache-Control", "max-age=100", "ETag", "\"1\""), "[1]");
        when().get(question.address()).then().statusCode(200);

        given().header(header, value).when().get(question.address()).then().header(STATUS, startsWith(status));
    }

    @Test
    void asksNobodyWhereTheCallerWantsOnlyWhatIsKept() {
        given().header("Cache-Control", "only-if-cached")
                .when()
                .get(question.address())
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("type", is("/problems/gateway/not-kept"));

        assertTrue(question.received().isEmpty());
    }

    @Test
    void takesTheAgeThatAnAnswerBrings() {
        question.answers(Map.of("Cache-Control", "max-age=100", "Age", "70"), "[1]");
        when().get(question.address()).then().statusCode(200);

        when().get(question.address())
                .then()
                .header("Age", matchesPattern("7[0-9]"))
                .header(STATUS, matchesPattern("gateway; hit; ttl=(30|2[0-9])"));

        question.answers(Map.of("Cache-Control", "max-age=100", "Age", "100", "ETag", "\"1\""), "[1]");
        given().header("Cache-Control", "no-cache")
                .get(question.address())
                .then()
                .statusCode(200);
        when().get(question.address()).then().header(STATUS, containsString("fwd=stale"));
    }

    @Test
    void forgetsWhatIsChanged() {
        question.answers(Map.of("Cache-Control", "max-age=100"), "[1]");
        when().get(question.address()).then().body(equalTo("[1]"));
        question.answers(Map.of("Cache-Control", "max-age=100"), "[2]");
        when().get(question.address()).then().body(equalTo("[1]"));

        given().contentType("application/json")
                .body("{}")
                .when()
                .put(question.address())
                .then()
                .statusCode(200);

        when().get(question.address()).then().body(equalTo("[2]"));
    }

    @Test
    void keepsWhatARefusedChangeLeavesAlone() {
        question.answers(Map.of("Cache-Control", "max-age=100"), "[1]");
        when().get(question.address()).then().body(equalTo("[1]"));
        suite.aggregation().on(question.address(), 403, "{}");

        given().contentType("application/json")
                .body("{}")
                .when()
                .put(question.address())
                .then()
                .statusCode(403);

        when().get(question.address()).then().body(equalTo("[1]"));
    }

    @Test
    void givesAnAnswerAgainWhoseServiceIsDown() {
        question.answers(Map.of("Cache-Control", "max-age=100"), "[1]");
        when().get(question.address()).then().statusCode(200);
        suite.aggregation().stop();

        when().get(question.address()).then().statusCode(200).body(equalTo("[1]"));
    }
}
