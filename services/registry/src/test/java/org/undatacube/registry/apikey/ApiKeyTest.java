package org.undatacube.registry.apikey;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.undatacube.http.Role;
import org.undatacube.registry.Client;
import org.undatacube.registry.RunningRegistry;

@RunningRegistry
class ApiKeyTest {
    @Inject
    DataSource dataSource;

    @Inject
    AdministratorKey administratorKey;

    @Test
    void theFirstStartWritesOneAdministratorKeyForItsOwnerOnly() throws IOException {
        Path file = Path.of("target/administrator-key");

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Client.asAdministrator()
                .get("/api/v1/api-keys")
                .then()
                .statusCode(200)
                .body("find { it.name == 'first administrator' }.roles", contains("administrator"))
                .body("find { it.name == 'first administrator' }.createdBy", equalTo("first start"));
    }

    @Test
    void aLaterStartMakesNoOther() {
        String before = Client.administratorKey();
        int keys = Client.asAdministrator().get("/api/v1/api-keys").path("size()");

        administratorKey.createWhereThereIsNone();

        assertEquals(before, Client.administratorKey());
        assertEquals(keys, Client.asAdministrator().get("/api/v1/api-keys").<Integer>path("size()"));
    }

    @Test
    void aNewKeyIsShownOnceAndStoredAsItsHash() throws SQLException {
        ValidatableResponse created = Client.createKey(Role.PREPARER)
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("key", matchesPattern("udc_[0-9A-Za-z]{8}_[0-9A-Za-z]{38}"))
                .body("name", equalTo("a preparer"))
                .body("roles", contains("preparer"))
                .body("entity", equalTo("UNDP"))
                .body("createdBy", equalTo(Client.administratorKey().substring(4, 12)))
                .body("revokedAt", nullValue());
        String key = created.extract().path("key");
        String id = created.extract().path("id");

        created.header("Location", matchesPattern(".*/api/v1/api-keys/" + id));
        assertEquals(id, key.substring(4, 12));
        Client.asAdministrator()
                .get("/api/v1/api-keys")
                .then()
                .body("id", hasItem(id))
                .body("find { it.id == '" + id + "' }", not(hasKey("key")));
        assertFalse(storedKeys().contains(key.substring(13)), "the secret is in the database");
    }

    @Test
    void aRevokedKeyStaysInTheListAndWorksNoMore() {
        ValidatableResponse created = Client.createKey(Role.REVIEWER).then();
        String key = created.extract().path("key");
        String id = created.extract().path("id");
        Client.issueToken(key).then().statusCode(200);

        Client.asAdministrator().delete("/api/v1/api-keys/" + id).then().statusCode(204);
        Client.asAdministrator().delete("/api/v1/api-keys/" + id).then().statusCode(204);

        Client.issueToken(key).then().statusCode(401);
        Client.asAdministrator()
                .get("/api/v1/api-keys")
                .then()
                .body("find { it.id == '" + id + "' }.revokedAt", notNullValue())
                .body(
                        "find { it.id == '" + id + "' }.revokedBy",
                        equalTo(Client.administratorKey().substring(4, 12)));
    }

    @Test
    void anUnknownKeyCannotBeRevoked() {
        Client.asAdministrator()
                .delete("/api/v1/api-keys/nobodys1")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/registry/not-found"));
    }

    @Test
    void theLastAdministratorKeyCannotBeRevoked() {
        String first = Client.administratorKey();
        // given other tests' administrators are gone
        Client.with(first)
                .get("/api/v1/api-keys")
                .jsonPath()
                .getList("findAll { it.roles.contains('administrator') }.id", String.class)
                .stream()
                .filter(id -> !first.contains(id))
                .forEach(id -> Client.with(first).delete("/api/v1/api-keys/" + id));

        Client.with(first)
                .delete("/api/v1/api-keys/" + first.substring(4, 12))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/registry/last-administrator-key"));

        Client.issueToken(first).then().statusCode(200);
    }

    @Test
    void aKeyIsEitherAnEntitysOrTheSecretariats() {
        rejected(List.of("preparer"), null, "/entity");
        rejected(List.of("certifier"), "SECRETARIAT", "/entity");
        rejected(List.of("reviewer"), "UNDP", "/entity");
        rejected(List.of("preparer", "administrator"), "UNDP", "/roles");
        rejected(List.of("boss"), null, "/roles");
        rejected(List.of(), null, "/roles");
        rejected(List.of("preparer"), "UNDB", "/entity").body("expected", hasItem("UNDP"));
        rejected(List.of("preparer"), "UNWTO", "/entity").body("expected", contains("UN Tourism"));
    }

    @Test
    void aKeyNeedsANameAndATimeToCome() {
        Client.createKey(Map.of("name", " ", "roles", List.of("reviewer")))
                .then()
                .statusCode(422)
                .body("pointer", equalTo("/name"));
        Client.createKey(Map.of("name", "late", "roles", List.of("reviewer"), "expiresAt", "2020-01-01T00:00:00Z"))
                .then()
                .statusCode(422)
                .body("pointer", equalTo("/expiresAt"));
        Client.createKey(Map.of("name", "late", "roles", List.of("reviewer"), "expiresAt", "tomorrow"))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/registry/malformed-body"))
                .body("pointer", equalTo("/expiresAt"));
    }

    private static ValidatableResponse rejected(List<String> roles, String entity, String pointer) {
        Map<String, Object> request = new HashMap<>();
        request.put("name", "somebody");
        request.put("roles", roles);
        request.put("entity", entity);
        return Client.createKey(request)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/registry/invalid-key-request"))
                .body("pointer", equalTo(pointer));
    }

    private String storedKeys() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet keys = statement.executeQuery("select string_agg(k::text, ' ') from api_key k")) {
            keys.next();
            return keys.getString(1);
        }
    }
}
