package org.undatacube.registry.codelist;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undatacube.registry.RunningRegistry;

/** Requests that no resource could make sense of; the filter that refuses them is that of all services. */
@RunningRegistry
class UnreadableRequestTest {
    private static final String LIST = "/api/v1/code-lists/sdgs";

    @TestHTTPResource("/")
    URI registry;

    @ParameterizedTest
    @CsvSource({"Accept, a", "Accept, 'text/csv, a'", "Accept, a/b/c", "Content-Type, a", "Content-Type, a b/c"})
    void namesTheHeaderWhoseMediaTypeIsNone(String header, String value) throws Exception {
        HttpResponse<String> answer = get(header, value);

        assertEquals(400, answer.statusCode(), answer::body);
        assertTrue(answer.body().contains("/problems/registry/bad-request"), answer::body);
        assertTrue(answer.body().contains("\"header\":\"" + header + "\""), answer::body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "application/json,,", "text/html, *; q=.2, */*; q=.2"})
    void takesWhatClientsReallySend(String accept) throws Exception {
        HttpResponse<String> answer = get("Accept", accept);

        assertEquals(200, answer.statusCode(), answer::body);
        assertTrue(answer.body().startsWith("{"), answer::body);
    }

    private HttpResponse<String> get(String header, String value) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(registry.resolve(LIST))
                .header(header, value)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void namesTheParameterThatHasANul() {
        given().urlEncodingEnabled(false)
                .get(LIST + "/diff?from=1.0.0&to=%00")
                .then()
                .statusCode(400)
                .body("type", is("/problems/registry/invalid-parameter"))
                .body("parameter", is("to"));
        given().urlEncodingEnabled(false)
                .get("/api/v1/code-lists/%00")
                .then()
                .statusCode(404)
                .body("type", containsString("not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%25/hierarchies/a;b/diff?from=1.0.0", "/%2500;a", "/sdgs;a=b"})
    void hasNoMatrixParameters(String path) {
        given().urlEncodingEnabled(false)
                .get("/api/v1/code-lists" + path)
                .then()
                .statusCode(404)
                .body("type", is("/problems/registry/not-found"))
                .body("detail", containsString("%3B"))
                .body("instance", is("/api/v1/code-lists" + path.split("[?]", 2)[0]));
    }

    @Test
    void namesTheAddressAsItWasSent() {
        given().urlEncodingEnabled(false)
                .get(LIST + "/codes/A%20%25")
                .then()
                .statusCode(404)
                .body("instance", is(LIST + "/codes/A%20%25"));
    }
}
