package org.undatacube.gateway.apidocs;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.undatacube.gateway.Suite;

@QuarkusTest
@QuarkusTestResource(Suite.class)
class ApiDocsTest {
    private static final String REGISTRY = """
            {"openapi": "3.1.0", "info": {"title": "registry", "version": "1"}, "tags": [{"name": "Code lists"}, {"name": "Identity"}],
             "servers": [{"url": "http://localhost:8081"}],
             "paths": {
              "/api/v1/code-lists": {"get": {"operationId": "listCodeLists", "tags": ["Code lists"], "responses": {"200":
               {"description": "lists", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/View"}}}}}}},
              "/identity/tokens": {"post": {"operationId": "exchange", "tags": ["Identity"], "responses": {"200": {"description": "token",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Token"}}}}}}}},
             "components": {
              "schemas": {
               "Token": {"type": "object"},
               "Amount": {"type": "string", "format": "decimal"},
               "View": {"type": "object", "properties": {"title": {"type": "string"},
                        "amount": {"$ref": "#/components/schemas/Amount"}}}},
              "securitySchemes": {"apiKey": {"type": "http", "scheme": "bearer", "bearerFormat": "udc",
               "description": "An API key (udc_…), or an access token of the OpenID Connect provider where the operator has named one, as bearer token, sent to the gateway."}}}}
            """;
    private static final String CONTRIBUTIONS = """
            {"openapi": "3.1.0", "info": {"title": "contributions", "version": "9"}, "tags": [{"name": "Submissions"}],
             "paths": {
              "/api/v1/submissions": {"get": {"operationId": "listSubmissions", "tags": ["Submissions"], "responses":
               {"200": {"description": "one", "content": {"application/json":
                {"schema": {"type": "array", "items": {"$ref": "#/components/schemas/Outer"}}}}}}}},
              "/feed": {"get": {"operationId": "feed", "responses": {"200": {"description": "internal"}}}}},
             "components": {"schemas": {
               "Amount": {"type": "string", "format": "decimal"},
               "Outer": {"type": "object", "properties": {"view": {"$ref": "#/components/schemas/View"}}},
               "View": {"type": "object", "properties": {"entity": {"type": "string"},
                        "amount": {"$ref": "#/components/schemas/Amount"}}}}}}
            """;

    Suite suite;

    @BeforeEach
    void reset() {
        suite.reset();
        suite.registry().on("/openapi", 200, REGISTRY);
        suite.contributions().on("/openapi", 200, CONTRIBUTIONS);
        await().untilAsserted(() -> when().get("/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/api/v1/code-lists"))
                .body("paths", hasKey("/api/v1/submissions")));
    }

    @Test
    void isOneDocumentOfTheWholeSuite() {
        when().get("/openapi?format=json")
                .then()
                .contentType(startsWith("application/json"))
                .body("openapi", startsWith("3.1"))
                .body("info.title", is("UN data cube"))
                .body("servers.url", is(java.util.List.of("/")))
                .body("tags.name", hasItems("Code lists", "Submissions", "Health", "Problems"))
                .body("paths", hasKey("/health"))
                .body("paths", hasKey("/problems/{service}/{slug}"))
                .body("components.securitySchemes.keySet()", hasSize(1))
                .body("components.securitySchemes.apiKey.scheme", is("bearer"));
    }

    @Test
    void isYamlWhereNothingElseIsAskedFor() {
        when().get("/openapi")
                .then()
                .contentType(startsWith("application/yaml"))
                .body(allOf(containsString("openapi: 3.1"), containsString("operationId: listCodeLists")));
        given().accept("application/json").when().get("/openapi").then().contentType(startsWith("application/json"));
    }

    @Test
    void keepsApartWhatHasTheSameNameButIsSomethingElse() {
        when().get("/openapi?format=json")
                .then()
                .body("components.schemas.View.properties", hasKey("entity"))
                .body("components.schemas.RegistryView.properties", hasKey("title"))
                .body(
                        "paths.'/api/v1/code-lists'.get.responses.'200'.content.'application/json'.schema.$ref",
                        is("#/components/schemas/RegistryView"))
                .body("components.schemas.Outer.properties.view.$ref", is("#/components/schemas/View"));
    }

    @Test
    void keepsOnceWhatIsTheSame() {
        when().get("/openapi?format=json")
                .then()
                .body("components.schemas", hasKey("Amount"))
                .body("components.schemas", not(hasKey("RegistryAmount")));
    }

    @Test
    void leavesOutWhatTheGatewayDoesNotForwardAndWhatOnlyThatNeeds() {
        when().get("/openapi?format=json")
                .then()
                .body("paths", not(hasKey("/feed")))
                .body("paths", not(hasKey("/identity/tokens")))
                .body("components.schemas", not(hasKey("Token")))
                .body("tags.name", not(hasItem("Identity")));
    }

    @Test
    void keepsTheLastKnownDocumentOfAServiceThatIsDown() {
        suite.registry().stop();
        suite.contributions().on("/openapi", 200, CONTRIBUTIONS.replace("listSubmissions", "renamed"));

        await().untilAsserted(() -> when().get("/openapi?format=json")
                .then()
                .body("paths.'/api/v1/submissions'.get.operationId", is("renamed")));
        when().get("/openapi?format=json").then().body("paths", hasKey("/api/v1/code-lists"));
    }

    /** A path may have parameters of its own, and a document neither tags nor components. */
    @Test
    void takesADocumentThatSaysLittle() {
        suite.contributions().on("/openapi", 200, """
                {"openapi": "3.1.0", "info": {"title": "contributions", "version": "9"},
                 "paths": {"/api/v1/submissions": {"parameters": [{"name": "entity", "in": "query", "schema": {"type": "string"}}],
                  "get": {"operationId": "bare", "responses": {"200": {"description": "one"}}}}}}
                """);

        await().untilAsserted(() -> when().get("/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/api/v1/submissions'.get.operationId", is("bare")));
        when().get("/openapi/contributions")
                .then()
                .statusCode(200)
                .body("paths.'/api/v1/submissions'.get.operationId", is("bare"));
    }

    @Test
    void canBeBrowsed() {
        when().get("/docs/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("connect-src 'self'"))
                .body(containsString("url: '/openapi'"));
    }
}
