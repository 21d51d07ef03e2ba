package org.undatacube.registry.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.undatacube.http.OpenIdProvider;
import org.undatacube.registry.Client;
import org.undatacube.registry.RunningRegistry;

@RunningRegistry
class CallerTest {
    OpenIdProvider provider;

    @Test
    void aKeyIsToldItsRolesEntityAndEnd() {
        Response key = Client.createKey(Map.of(
                "name", "UNDP, finance",
                "roles", List.of("certifier", "preparer"),
                "entity", "UNDP",
                "expiresAt", "2999-01-01T00:00:00Z"));

        who(key.path("key"))
                .header("Cache-Control", "no-store")
                .body("credentials", equalTo("key"))
                .body("holder", equalTo(key.path("id")))
                .body("name", equalTo("UNDP, finance"))
                .body("roles", contains("preparer", "certifier"))
                .body("entity", equalTo("UNDP"))
                .body("expiresAt", equalTo("2999-01-01T00:00:00Z"))
                .body("", not(hasKey("key")));
    }

    @Test
    void aKeyThatReplacedAnotherIsTheSameHolderWithAnEndOfItsOwn() {
        Response old = Client.createKey(Map.of("name", "the secretariat", "roles", List.of("reviewer")));
        String key = Client.asAdministrator()
                .contentType(ContentType.JSON)
                .body("{\"expiresAt\":\"2998-01-01T00:00:00Z\"}")
                .post("/api/v1/api-keys/" + old.path("id") + "/rotation")
                .then()
                .statusCode(201)
                .extract()
                .path("key");

        who(key).body("holder", equalTo(old.path("id")))
                .body("entity", nullValue())
                .body("expiresAt", equalTo("2998-01-01T00:00:00Z"));
        who(old.path("key")).body("holder", equalTo(old.path("id")));
    }

    @Test
    void aTokenOfTheProviderIsToldTheSame() {
        String token = Client.exchange(provider.token("4f1c", List.of("preparer"), "UNDP"))
                .then()
                .statusCode(200)
                .extract()
                .path("token");

        given().auth()
                .oauth2(token)
                .get("/api/v1/caller")
                .then()
                .statusCode(200)
                .body("credentials", equalTo("token"))
                .body("holder", equalTo("openid:4f1c"))
                .body("name", nullValue())
                .body("roles", contains("preparer"))
                .body("entity", equalTo("UNDP"));
    }

    @Test
    void nobodyIsToldNothing() {
        given().get("/api/v1/caller").then().statusCode(401);
    }

    private static ValidatableResponse who(String key) {
        return Client.with(key).get("/api/v1/caller").then().statusCode(200);
    }
}
