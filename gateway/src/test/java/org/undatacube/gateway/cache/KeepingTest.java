package org.undatacube.gateway.cache;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.undatacube.gateway.cache.CachedQuestion.STATUS;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.gateway.Suite;

/** Which answers are kept at all. */
@QuarkusTest
@QuarkusTestResource(Suite.class)
class KeepingTest {
    Suite suite;

    private CachedQuestion question;

    @BeforeEach
    void reset() {
        suite.reset();
        question = new CachedQuestion(suite);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-store",
                "private, max-age=100",
                "max-age=100, no-store",
                "max-age=100, PRIVATE",
                "Private=\"Set-Cookie\", max-age=100"
            })
    void keepsNothingThatIsNotForAll(String caching) {
        question.answers(Map.of("Cache-Control", caching, "ETag", "\"1\""), "[1]");

        for (int i = 0; i < 2; i++) {
            when().get(question.address())
                    .then()
                    .header(STATUS, "gateway; fwd=uri-miss")
                    .body(equalTo("[1]"));
        }

        assertEquals(2, question.received().size());
        assertNull(question.received().get(1).header("If-None-Match"));
    }

    @ParameterizedTest
    @CsvSource({"Vary, *", "Set-Cookie, a=b", "X-Nothing, without a tag or a time"})
    void keepsNothingThatCannotBeFoundOrConfirmed(String header, String value) {
        question.answers(Map.of(header, value), "[1]");

        when().get(question.address()).then().body(equalTo("[1]"));
        when().get(question.address()).then().body(equalTo("[1]"));

        assertEquals(2, question.received().size());
    }

    @Test
    void keepsNoOtherStatusThan200() {
        for (int status : new int[] {203, 404, 400, 503}) {
            question.answers(exchange -> {
                exchange.getResponseHeaders().set("Cache-Control", "max-age=100");
                exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
                exchange.sendResponseHeaders(status, 2);
                exchange.getResponseBody().write("{}".getBytes(StandardCharsets.US_ASCII));
                exchange.close();
            });
            when().get(question.address()).then().statusCode(status);
        }

        question.answers(Map.of(), "[1]");
        when().get(question.address()).then().statusCode(200);
    }

    @Test
    void passesAnAnswerOnThatIsTooLargeToKeep() {
        String large = "[" + "1,".repeat(200_000) + "1]";
        question.answers(Map.of("Cache-Control", "max-age=100", "ETag", "\"1\""), large);

        when().get(question.address()).then().body(equalTo(large));
        given().header("If-None-Match", "\"1\"")
                .when()
                .get(question.address())
                .then()
                .statusCode(304);

        assertEquals(2, question.received().size());
    }

    @Test
    void doesNotKeepWhatIsAskedByPost() {
        question.answers(Map.of("Cache-Control", "max-age=100"), "[1]");

        for (int i = 0; i < 2; i++) {
            given().contentType("application/json")
                    .body("{}")
                    .when()
                    .post(question.address())
                    .then()
                    .header(STATUS, nullValue())
                    .body(equalTo("[1]"));
        }

        assertEquals(2, question.received().size());
    }
}
