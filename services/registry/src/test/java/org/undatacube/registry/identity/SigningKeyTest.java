package org.undatacube.registry.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.undatacube.http.Role;
import org.undatacube.registry.Client;
import org.undatacube.registry.RunningRegistry;

@RunningRegistry
class SigningKeyTest {
    @Inject
    DataSource dataSource;

    @Inject
    SigningKeys signingKeys;

    @Test
    void aTokenOfTheOldKeyIsGoodAfterRotationAndNewOnesAreOfTheNew() {
        String administrator = Client.administratorKey();
        String before = Client.issueToken(administrator).path("token");
        String oldKid = signingKeys.current().getKeyId();

        String newKid = given().auth()
                .oauth2(before)
                .post("/api/v1/signing-keys")
                .then()
                .statusCode(200)
                .body("retiredAt", nullValue())
                .extract()
                .path("kid");

        assertNotEquals(oldKid, newKid);
        assertEquals(newKid, signingKeys.current().getKeyId());
        given().auth().oauth2(before).get("/api/v1/api-keys").then().statusCode(200);
        Client.asAdministrator()
                .get("/api/v1/signing-keys")
                .then()
                .statusCode(200)
                .body("kid[0]", equalTo(newKid))
                .body("find { it.kid == '" + oldKid + "' }.retiredAt", notNullValue());
        given().get("/identity/jwks").then().body("keys.kid", hasItem(oldKid)).body("keys.kid", hasItem(newKid));
    }

    @Test
    void aKeyWhoseTokensHaveEndedIsPublishedNoMore() throws SQLException {
        String oldKid = signingKeys.current().getKeyId();
        Client.asAdministrator().post("/api/v1/signing-keys").then().statusCode(200);
        execute("update signing_key set retired_at = now() - interval '1 minute' where kid = '" + oldKid + "'");

        given().get("/identity/jwks").then().body("keys.kid", not(hasItem(oldKid)));

        Client.asAdministrator().post("/api/v1/signing-keys").then().statusCode(200);
        assertFalse(stored().contains(oldKid), "it is not kept for ever");
    }

    @Test
    void noPrivateKeyLiesOpenInTheDatabaseAndAnOldOneNotAtAll() throws SQLException {
        Client.asAdministrator().post("/api/v1/signing-keys").then().statusCode(200);

        String stored = stored();

        assertFalse(stored.contains("\"d\""), stored);
        assertEquals("1", value("select count(*) from signing_key where locked_private_jwk is not null"));
        assertEquals("0", value("select count(*) from signing_key where locked_private_jwk like '%{%'"));
    }

    @Test
    void aPairThatHasSignedForLongEnoughIsReplaced() throws SQLException {
        String oldKid = signingKeys.current().getKeyId();
        execute("update signing_key set created_at = now() - interval '31 days' where retired_at is null");

        Client.as(Role.REVIEWER).get("/api/v1/code-lists").then().statusCode(200);

        assertNotEquals(oldKid, signingKeys.current().getKeyId());
    }

    @Test
    void whatWasLockedWithOneSecretIsNotOpenedWithAnother() {
        KeyLock lock = new KeyLock(secret("0".repeat(64)));
        String locked = lock.lock("{\"d\":\"private\"}");

        assertFalse(locked.contains("private"));
        assertEquals(Optional.of("{\"d\":\"private\"}"), lock.open(locked));
        assertTrue(new KeyLock(secret("1".repeat(64))).open(locked).isEmpty());
    }

    @Test
    void aSecretThatIsNoneIsRefusedAtTheStart() {
        IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> new KeyLock(secret("secret")));

        assertTrue(refusal.getMessage().contains("64 hexadecimal digits"), refusal::getMessage);
    }

    private static SigningConfig secret(String digits) {
        return new SigningConfig() {
            @Override
            public Optional<String> secret() {
                return Optional.of(digits);
            }

            @Override
            public Optional<Path> secretFile() {
                return Optional.empty();
            }

            @Override
            public Duration renewAfter() {
                return Duration.ofDays(30);
            }

            @Override
            public boolean discardUnreadable() {
                return false;
            }
        };
    }

    private String stored() throws SQLException {
        return value("select string_agg(k::text, ' ') from signing_key k");
    }

    private String value(String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String change) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(change));
        }
    }
}
