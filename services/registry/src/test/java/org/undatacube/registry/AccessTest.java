package org.undatacube.registry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.http.Role;

/** Who is let in where. */
@RunningRegistry
class AccessTest {

    private static final String REQUESTS = "/api/v1/code-lists/contributors/requests";
    private static final String NOBODYS_REQUEST = REQUESTS + "/00000000-0000-0000-0000-000000000000";

    static Stream<Arguments> someRolesOnly() {
        List<String> entity = List.of(Role.PREPARER, Role.CERTIFIER);
        List<String> secretariat = List.of(Role.REVIEWER, Role.ADMINISTRATOR);
        return Stream.of(
                Arguments.of("GET", REQUESTS, "", Role.ALL),
                Arguments.of("GET", NOBODYS_REQUEST, "", Role.ALL),
                Arguments.of("POST", REQUESTS, "application/json", entity),
                Arguments.of("POST", NOBODYS_REQUEST + "/withdrawal", "", entity),
                Arguments.of("POST", NOBODYS_REQUEST + "/decision", "application/json", secretariat));
    }

    @ParameterizedTest
    @MethodSource("someRolesOnly")
    void onlyTheRolesThatMayComeIn(String method, String path, String type, List<String> roles) {
        call(given(), method, path, type).then().statusCode(401);
        for (String role : Role.ALL) {
            int status = call(Client.as(role), method, path, type).statusCode();
            assertEquals(roles.contains(role), status != 403 && status != 401, role);
        }
    }

    static Stream<Arguments> administratorsOnly() {
        return Stream.of(
                Arguments.of("GET", "/api/v1/api-keys", ""),
                Arguments.of("POST", "/api/v1/api-keys", "application/json"),
                Arguments.of("DELETE", "/api/v1/api-keys/00000000", ""),
                Arguments.of("POST", "/api/v1/code-lists/contributors/imports?format=ceb-donors", "text/csv"),
                Arguments.of("PUT", "/api/v1/code-lists/locations/hierarchies/ours", "application/json"),
                Arguments.of("DELETE", "/api/v1/code-lists/locations/hierarchies/ours", ""),
                Arguments.of("POST", "/api/v1/exchange-rates/imports?format=ceb-rates", "text/csv"));
    }

    @ParameterizedTest
    @MethodSource("administratorsOnly")
    void nobodyComesInWithoutAKey(String method, String path, String type) {
        call(given(), method, path, type)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/registry/unauthenticated"))
                .body("status", equalTo(401));
    }

    @ParameterizedTest
    @MethodSource("administratorsOnly")
    void noOtherRoleComesIn(String method, String path, String type) {
        for (String role : Role.ALL) {
            if (!role.equals(Role.ADMINISTRATOR)) {
                call(Client.as(role), method, path, type)
                        .then()
                        .statusCode(403)
                        .contentType("application/problem+json")
                        .body("type", equalTo("/problems/registry/forbidden"))
                        .body("status", equalTo(403));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("administratorsOnly")
    void anAdministratorComesIn(String method, String path, String type) {
        int status = call(Client.asAdministrator(), method, path, type).statusCode();

        assertNotEquals(401, status);
        assertNotEquals(403, status);
    }

    @ParameterizedTest
    @MethodSource
    void whatIsPublicAsksForNoKey(String path) {
        given().get(path).then().statusCode(200);
        given().header("Authorization", "Bearer nonsense").get(path).then().statusCode(200);
    }

    static Stream<String> whatIsPublicAsksForNoKey() {
        return Stream.of(
                "/api/v1/code-lists",
                "/api/v1/code-lists/sdgs",
                "/api/v1/code-lists/sdgs?format=csv",
                "/api/v1/code-lists/sdgs/codes/5.a",
                "/api/v1/code-lists/sdgs/hierarchies",
                "/api/v1/code-lists/sdgs/hierarchies/five-ps",
                "/api/v1/code-lists/sdgs/hierarchies/five-ps/versions",
                "/api/v1/code-lists/sdgs/hierarchies/five-ps/diff?from=1.0.0",
                "/api/v1/code-lists/sdgs/codes/5.a/history",
                "/api/v1/code-lists/sdgs/versions",
                "/api/v1/code-lists/sdgs/imports/formats",
                "/api/v1/exchange-rates",
                "/api/v1/exchange-rates/versions",
                "/api/v1/exchange-rates/conversion?amount=1&from=EUR&year=2024",
                "/api/v1/sdmx/2.1/codelist/UNDATACUBE/CL_GEM/latest",
                "/api/v1/sdmx/3.0/structure/agencyscheme",
                "/identity/jwks",
                "/problems/registry",
                "/problems/registry/import-rejected",
                "/openapi",
                "/q/health/live",
                "/q/health/ready");
    }

    @Test
    void whoeverAsksMayResolveValues() {
        given().contentType("application/json")
                .body("{\"values\": [\"5.a\"]}")
                .post("/api/v1/code-lists/sdgs/resolve")
                .then()
                .statusCode(200);
        Client.as(Role.PREPARER)
                .contentType("application/json")
                .body("{\"values\": [\"5.a\"]}")
                .post("/api/v1/code-lists/sdgs/resolve")
                .then()
                .statusCode(200);
    }

    private static Response call(RequestSpecification caller, String method, String path, String type) {
        RequestSpecification request =
                type.isEmpty() ? caller : caller.contentType(type).body(type.equals("text/csv") ? "NAME" : "{}");
        return request.request(method, path);
    }
}
