package org.undatacube.registry.sdmx;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.registry.RunningRegistry;

/** In which form structures, and errors, are answered. */
@RunningRegistry
class StructureFormsTest {
    private static final String V21 = "/api/v1/sdmx/2.1/";
    private static final String V30 = "/api/v1/sdmx/3.0/structure";

    @ParameterizedTest
    @CsvSource({
        "2.1/codelist, application/vnd.sdmx.structure+xml;version=2.1",
        "3.0/structure/codelist, application/vnd.sdmx.structure+json;version=2.0.0"
    })
    void answersInTheFormatOfTheInterfacesVersion(String path, String type) {
        given().queryParam("detail", "allstubs")
                .get("/api/v1/sdmx/" + path)
                .then()
                .statusCode(200)
                .contentType(equalTo(type))
                .header("Vary", "Accept, Accept-Encoding");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/vnd.sdmx.structure+xml;version=2.1  | application/vnd.sdmx.structure+xml;version=2.1",
                "application/vnd.sdmx.structure+xml; version=3.0 | application/vnd.sdmx.structure+xml;version=3.0.0",
                "application/vnd.sdmx.structure+xml              | application/vnd.sdmx.structure+xml;version=3.0.0",
                "application/vnd.sdmx.structure+json             | application/vnd.sdmx.structure+json;version=2.0.0",
                "application/vnd.sdmx.structure+json;version=2.1 | application/vnd.sdmx.structure+json;version=2.1.0",
                "application/vnd.sdmx.structure+json;version=1.0.0, application/json;q=0.5 | application/json",
                "text/html, application/xml;q=0.9, */*;q=0.8     | application/xml",
                "text/csv;q=0.9, */*;q=0.1 | application/vnd.sdmx.structure+json;version=2.0.0"
            })
    void answersInWhatTheClientLikesBest(String accept, String type) {
        given().accept(accept).get(V30 + "/agencyscheme").then().statusCode(200).contentType(equalTo(type));
    }

    @Test
    void theParameterGoesBeforeTheHeader() {
        given().accept("text/csv")
                .queryParam("format", "sdmx-2.1")
                .get(V30 + "/agencyscheme")
                .then()
                .statusCode(200)
                .contentType(equalTo("application/vnd.sdmx.structure+xml;version=2.1"));
    }

    @Test
    void refusesWhatItCannotGive() {
        given().accept("text/csv")
                .get(V30 + "/codelist")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("expected", hasItems("application/vnd.sdmx.structure+json;version=2.0.0"));
        given().queryParam("format", "csv").get(V30 + "/codelist").then().statusCode(400);
    }

    @Test
    void anUnchangedMessageIsNotSentAgain() {
        String path = V21 + "codelist/UNDATACUBE/CL_CONTRIBUTOR";
        String etag = given().get(path).then().statusCode(200).extract().header("ETag");

        assertTrue(etag.startsWith("W/\""), etag);
        given().header("If-None-Match", etag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", etag)
                .header("Vary", "Accept, Accept-Encoding")
                .body(equalTo(""));
        assertFalse(given().get(path + "?format=sdmx-3.0").header("ETag").equals(etag));
        assertFalse(given().get(path + "?detail=allstubs").header("ETag").equals(etag));
    }

    @Test
    void compressesForWhoWantsIt() {
        given().header("Accept-Encoding", "gzip")
                .get(V21 + "codelist/UNDATACUBE/CL_SDG")
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip");
    }

    @ParameterizedTest
    @CsvSource({
        "/codelist/UNDATACUBE/CL_NOTHING, 404, 100",
        "/codelist/NOBODY, 404, 100",
        "/codelist/UNDATACUBE/CL_SDG/9.9.9, 404, 100",
        "/codelist/UNDATACUBE/CL_SDG/~/NO, 404, 100",
        "/hierarchy/UNDATACUBE/H_SDG/~/8, 404, 100",
        "/metadataflow, 404, 100",
        "/codelist/UNDATACUBE/CL_SDG/~/1/2, 404, 100",
        "/codelist/a b, 400, 140",
        "/codelist/UNDATACUBE/CL SDG, 400, 140",
        "/codelist/UNDATACUBE/CL_SDG/latest, 400, 140",
        "/codelist?detail=everything, 400, 140",
        "/codelist?references=friends, 400, 140"
    })
    void errorsAreSdmxsForWhoAsksForSdmxAndProblemsForOthers(String path, int status, int code) {
        given().get(V30 + path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", not(equalTo("")));
        given().accept("application/vnd.sdmx.structure+json;version=2.0.0")
                .get(V30 + path)
                .then()
                .statusCode(status)
                .contentType(equalTo("application/vnd.sdmx.structure+json;version=2.0.0"))
                .body("errors[0].code", equalTo(code));
        given().accept("application/vnd.sdmx.structure+xml;version=2.1")
                .get(V30 + path)
                .then()
                .statusCode(status)
                .body("Error.ErrorMessage.@code", equalTo(String.valueOf(code)));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/sdmx/2.1/{type}/{agency}/{id}/{version}, 400",
        "/api/v1/sdmx/2.1/{type}/{agency}/{id}/{version}, 404",
        "/api/v1/sdmx/3.0/structure/{type}/{agency}/{id}/{version}, 404"
    })
    void theDocumentHasErrorsInTheFormOfTheAnswer(String path, String status) {
        Map<String, Map<String, Object>> responses = given().get("/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .path("paths.'%s'.get.responses", path);

        Map<?, ?> given = (Map<?, ?>) responses.get("200").get("content");
        Map<?, ?> error = (Map<?, ?>) responses.get(status).get("content");

        assertTrue(error.keySet().containsAll(given.keySet()), error::toString);
        assertTrue(error.containsKey("application/problem+json"), error::toString);
    }
}
