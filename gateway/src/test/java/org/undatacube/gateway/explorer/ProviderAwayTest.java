package org.undatacube.gateway.explorer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.undatacube.gateway.Suite;
import org.undatacube.http.OpenIdSignIn;

/** The provider that people would sign in at does not answer; everything else goes on. */
@QuarkusTest
@TestProfile(ProviderAwayTest.Away.class)
@QuarkusTestResource(Suite.class)
class ProviderAwayTest {

    public static final class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.explorer.tenant-enabled", "true",
                    "quarkus.oidc.explorer.auth-server-url", "http://127.0.0.1:1",
                    "quarkus.oidc.explorer.credentials.secret", OpenIdSignIn.SECRET);
        }
    }

    @Test
    void isSaidWhereTheyCameFrom() {
        given().redirects()
                .follow(false)
                .get("/sign-in")
                .then()
                .statusCode(303)
                .header("Location", is("/submit?sign-in=away"));
    }

    @Test
    void leavesThePagesAsTheyAre() {
        given().get("/submit").then().statusCode(200);
        given().get("/sign-in/token").then().statusCode(204);
    }
}
