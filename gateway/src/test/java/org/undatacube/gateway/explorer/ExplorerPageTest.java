package org.undatacube.gateway.explorer;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.gateway.Suite;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class ExplorerPageTest {
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/[^\"]+\\.(?:js|css))\"");
    /** Answers as they are sent, so that their length can be told. */
    private static final RestAssuredConfig AS_SENT =
            RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());

    Suite suite;

    @BeforeEach
    void reset() {
        suite.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/explore",
                "/explore?cube=expense&drilldown=sdg.goal&cut=year:2024",
                "/profiles",
                "/profiles/country/LB?year=2021",
                "/profiles/contributor/C04B",
                "/cite/0123456789",
                "/submit",
                "/submit/submissions/1",
                "/about"
            })
    void isAtEachOfItsAddresses(String address) {
        given().urlEncodingEnabled(false)
                .when()
                .get(address)
                .then()
                .statusCode(200)
                .contentType("text/html; charset=utf-8")
                .header("Content-Security-Policy", is(ExplorerPage.POLICY))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-cache")
                .body(containsString("<explorer-app></explorer-app>"))
                .body(containsString("type=\"module\""))
                .body(not(containsString("style=")))
                .body(not(containsString("http://")))
                .body(not(containsString("https://")));
    }

    @Test
    void letsNothingRunThatIsNotItsOwn() {
        assertTrue(ExplorerPage.POLICY.startsWith("default-src 'none'; script-src 'self'; "), ExplorerPage.POLICY);
        assertTrue(!ExplorerPage.POLICY.contains("unsafe"), ExplorerPage.POLICY);
    }

    @ParameterizedTest
    @CsvSource({
        "ar-EG, ar, rtl, مكعب",
        "'zh-CN,zh;q=0.9,en;q=0.8', zh, ltr, 联合国",
        "en-GB, en, ltr, UN data cube",
        "fr, fr, ltr, Cube de données",
        "'de, ru;q=0.5', ru, ltr, Куб",
        "es-419, es, ltr, Cubo",
        "de, en, ltr, UN data cube",
        "'***', en, ltr, UN data cube"
    })
    void isInTheLanguageThatIsAcceptedMost(String accepted, String language, String direction, String words) {
        given().header("Accept-Language", accepted)
                .when()
                .get("/")
                .then()
                .header("Vary", containsString("Accept-Language"))
                .body(startsWith("<!DOCTYPE html>\n<html lang=\"" + language + "\" dir=\"" + direction + "\">"))
                .body(containsString(words));
    }

    @Test
    void isInTheLanguageOfASharedLink() {
        given().header("Accept-Language", "fr")
                .when()
                .get("/?lang=ru")
                .then()
                .body(containsString("<html lang=\"ru\""));
        given().header("Accept-Language", "fr")
                .when()
                .get("/?lang=tlh")
                .then()
                .body(containsString("<html lang=\"fr\""));
    }

    @Test
    void isNotSentAgainToWhoeverHasIt() {
        String tag = when().get("/").then().extract().header("ETag");

        given().header("If-None-Match", tag)
                .when()
                .get("/")
                .then()
                .statusCode(304)
                .body(is(emptyString()));
        given().header("If-None-Match", "\"another\", W/" + tag)
                .when()
                .get("/")
                .then()
                .statusCode(304);
        given().header("If-None-Match", "\"another\"").when().get("/").then().statusCode(200);
    }

    @Test
    void hasFilesThatAreCompressedAndKeptForGood() {
        List<String> files = files();
        assertEquals(2, files.size(), files::toString);

        for (String file : files) {
            Response plain =
                    given().header("Accept-Encoding", "identity").when().get(file);
            assertEquals(200, plain.statusCode(), file);
            assertEquals("public, max-age=31536000, immutable", plain.header("Cache-Control"));
            assertTrue("Accept-Encoding".equalsIgnoreCase(plain.header("Vary")), plain.header("Vary"));

            given().config(AS_SENT)
                    .header("Accept-Encoding", "gzip, br")
                    .when()
                    .get(file)
                    .then()
                    .statusCode(200)
                    .header("Content-Encoding", "gzip")
                    .header("Content-Length", Integer::parseInt, lessThan(plain.asByteArray().length / 2));
            given().header("Accept-Encoding", "gzip;q=0")
                    .when()
                    .get(file)
                    .then()
                    .header("Content-Encoding", nullValue());
        }
    }

    @Test
    void isNotCountedForItsFiles() {
        String file = files().get(0);

        when().get(file).then().header("RateLimit", nullValue());
        when().get("/").then().header("RateLimit", not(nullValue()));
    }

    @Test
    void answersHeadAsGetWithoutTheBody() {
        when().head("/explore")
                .then()
                .statusCode(200)
                .contentType("text/html; charset=utf-8")
                .body(is(emptyString()));
        when().head(files().get(0)).then().statusCode(200).body(is(emptyString()));
    }

    @Test
    void showsTheWayOnWhereThereIsNothing() {
        given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .when()
                .get("/no/such/page")
                .then()
                .statusCode(404)
                .contentType("text/html; charset=utf-8")
                .body(containsString("<explorer-app></explorer-app>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/nothing", "/problems/nothing", "/static/bundle/nothing.js", "/nothing.png", "/q/nothing"
            })
    void leavesToProgramsWhatIsTheirs(String address) {
        given().accept("text/html,*/*;q=0.8")
                .when()
                .get(address)
                .then()
                .statusCode(404)
                .contentType(not(startsWith("text/html")));
    }

    @Test
    void tellsProgramsOfAMissingPageInTheirWay() {
        given().accept("application/json")
                .when()
                .get("/no/such/page")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        given().accept("text/html").when().post("/explore").then().statusCode(not(200));
    }

    @Test
    void keepsOthersFilesOutOfReach() {
        given().urlEncodingEnabled(false)
                .when()
                .get("/static/bundle/..%2f..%2fstyle.css")
                .then()
                .statusCode(not(200));
        given().urlEncodingEnabled(false)
                .when()
                .get("/static/bundle/%2e%2e/%2e%2e/application.properties")
                .then()
                .statusCode(not(200));
    }

    private static List<String> files() {
        return FILE.matcher(when().get("/").asString())
                .results()
                .map(result -> group(result))
                .toList();
    }

    private static String group(MatchResult result) {
        return result.group(1);
    }
}
