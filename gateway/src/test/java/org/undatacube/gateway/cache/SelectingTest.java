package org.undatacube.gateway.cache;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.undatacube.gateway.cache.CachedQuestion.STATUS;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.gateway.RawHttp;
import org.undatacube.gateway.Suite;

/** Who is given what another got: never across authorisation, nor across what an answer differs by. */
@QuarkusTest
@QuarkusTestResource(Suite.class)
class SelectingTest {
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
    void keepsAnswersApartThatDifferByWhatTheySay() {
        question.answers(exchange -> {
            String language = exchange.getRequestHeaders().getFirst("Accept-Language");
            CachedQuestion.say(
                    exchange,
                    Map.of("Cache-Control", "max-age=100", "Vary", "Accept-Language"),
                    "[\"" + language + "\"]");
        });

        for (int i = 0; i < 3; i++) {
            for (String language : List.of("fr", "es")) {
                given().header("Accept-Language", language)
                        .header("Accept", "application/" + i)
                        .when()
                        .get(question.address())
                        .then()
                        .header("Vary", "Accept-Language, Origin")
                        .body(equalTo("[\"" + language + "\"]"));
            }
        }

        // what it was told first was asked under another name: not yet by what the answer differs
        assertEquals(2, question.received().size());
    }

    @Test
    void takesNegotiationForWhatAnAnswerDiffersByThatDoesNotSay() {
        question.answers(exchange -> {
            String accepted = exchange.getRequestHeaders().getFirst("Accept");
            CachedQuestion.say(exchange, Map.of("Cache-Control", "max-age=100"), accepted);
        });

        for (String accepted : List.of("text/csv", "application/json", "text/csv")) {
            given().header("Accept", accepted)
                    .when()
                    .get(question.address())
                    .then()
                    .body(equalTo(accepted));
        }

        assertEquals(2, question.received().size());
    }

    @Test
    void givesAnAnswerToOneHostOnlyToThoseWhoAskThatHost() throws Exception {
        question.answers(exchange -> {
            String host = exchange.getRequestHeaders().getFirst("X-Forwarded-Host");
            CachedQuestion.say(exchange, Map.of("Cache-Control", "max-age=100"), host);
        });

        assertTrue(RawHttp.get(gateway, question.address()).endsWith("gateway"));
        when().get(question.address()).then().body(equalTo(gateway.getAuthority()));
    }

    @Test
    void neverGivesACallerWithAKeyWhatOthersGot() {
        question.answers(Map.of("Cache-Control", "max-age=100", "ETag", "\"open\""), "[\"open\"]");
        when().get(question.address()).then().body(equalTo("[\"open\"]"));

        question.answers(Map.of("Cache-Control", "max-age=100", "ETag", "\"mine\""), "[\"mine\"]");
        question.withKey()
                .get(question.address())
                .then()
                .header(STATUS, "gateway; fwd=bypass")
                .body(equalTo("[\"mine\"]"));

        when().get(question.address()).then().body(equalTo("[\"open\"]"));
    }

    @Test
    void neverGivesOthersWhatACallerWithAKeyGot() {
        question.answers(Map.of("Cache-Control", "max-age=100", "ETag", "\"mine\""), "[\"mine\"]");
        question.withKey().get(question.address()).then().body(equalTo("[\"mine\"]"));

        question.answers(Map.of("Cache-Control", "max-age=100", "ETag", "\"open\""), "[\"open\"]");
        when().get(question.address())
                .then()
                .header(STATUS, "gateway; fwd=uri-miss; stored")
                .body(equalTo("[\"open\"]"));
    }

    @Test
    void givesACallerWithAKeyWhatSaysThatItIsPublic() {
        question.answers(Map.of("Cache-Control", "public, max-age=100", "ETag", "\"1\""), "[1]");
        when().get(question.address()).then().body(equalTo("[1]"));

        question.withKey()
                .get(question.address())
                .then()
                .header(STATUS, startsWith("gateway; hit"))
                .body(equalTo("[1]"));
    }

    @Test
    void sharesNothingWithCredentialsThatAreNotGood() {
        question.answers(Map.of("Cache-Control", "public, max-age=100", "ETag", "\"1\""), "[1]");
        when().get(question.address()).then().body(equalTo("[1]"));

        given().header("Authorization", "Bearer nonsense")
                .when()
                .get(question.address())
                .then()
                .statusCode(401);
    }

    @Test
    void saysInOneHeaderByWhatAnAnswerDiffers() {
        question.answers(exchange -> {
            exchange.getResponseHeaders().add("Vary", "Accept, Accept-Encoding");
            exchange.getResponseHeaders().add("Vary", "accept-encoding");
            CachedQuestion.say(exchange, Map.of("Cache-Control", "max-age=100"), "[1]");
        });

        for (int i = 0; i < 2; i++) {
            List<String> vary = given().header("Origin", Suite.WRITER)
                    .when()
                    .get(question.address())
                    .headers()
                    .getValues("Vary");
            assertEquals(List.of("Accept, Accept-Encoding, Origin"), vary);
        }
        assertFalse(question.received().isEmpty());
    }
}
