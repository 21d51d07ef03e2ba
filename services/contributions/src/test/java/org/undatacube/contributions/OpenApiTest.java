package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {
    @Test
    void describesTheFormatsOfASubmission() {
        document()
                .rootPath("paths.'/api/v1/submissions'.post")
                .body("operationId", equalTo("submit"))
                .body(
                        "requestBody.content.keySet()",
                        containsInAnyOrder(
                                "application/json",
                                "application/x-ndjson",
                                "text/csv",
                                "text/tab-separated-values",
                                XlsxTest.XLSX))
                .body("requestBody.content.'application/json'.examples", aMapWithSize(1))
                .body(
                        "requestBody.content.'application/json'.schema",
                        hasEntry("$ref", "#/components/schemas/SubmissionRequest"))
                .body("responses", hasKey("422"))
                .body("security", notNullValue())
                .body(
                        "parameters.name",
                        containsInAnyOrder(
                                "entity",
                                "year",
                                "flow",
                                "controlTotal",
                                "replaces",
                                "source",
                                "test",
                                "delimiter",
                                "decimal",
                                "draft",
                                "dryRun",
                                "partial",
                                "upload",
                                "Prefer",
                                "Idempotency-Key"));
    }

    @Test
    void keepsTheFeedToItself() {
        document().body("paths", not(hasKey("/feed")));
    }

    private static ValidatableResponse document() {
        return given().accept("application/json")
                .get("/openapi?format=json")
                .then()
                .statusCode(200);
    }
}
