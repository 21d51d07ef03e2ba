package org.undatacube.registry;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.undatacube.http.Role;

/** Calls the registry as the gateway does: with a token made from an API key. */
public final class Client {
    private static final List<String> ENTITY_ROLES = List.of(Role.PREPARER, Role.CERTIFIER);

    private Client() {}

    /** The key that the first start wrote down. */
    public static String administratorKey() {
        Path file =
                Path.of(ConfigProvider.getConfig().getValue("datacube.registry.administrator-key-file", String.class));
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Response issueToken(String key) {
        return given().contentType(ContentType.JSON).body(Map.of("key", key)).post("/identity/tokens");
    }

    public static Response exchange(String openIdToken) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("token", openIdToken))
                .post("/identity/tokens");
    }

    public static RequestSpecification with(String key) {
        return given().auth()
                .oauth2(issueToken(key).then().statusCode(200).extract().path("token"));
    }

    public static RequestSpecification asAdministrator() {
        return with(administratorKey());
    }

    /** A new key with this role; a preparer's or certifier's works for UNDP. */
    public static RequestSpecification as(String role) {
        return with(createKey(role).then().statusCode(201).extract().path("key"));
    }

    public static Response createKey(String role) {
        Map<String, Object> request = new HashMap<>();
        request.put("name", "a " + role);
        request.put("roles", List.of(role));
        request.put("entity", ENTITY_ROLES.contains(role) ? "UNDP" : null);
        return createKey(request);
    }

    public static Response createKey(Map<String, Object> request) {
        return asAdministrator().contentType(ContentType.JSON).body(request).post("/api/v1/api-keys");
    }
}
