package org.undatacube.registry.hierarchy;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.undatacube.http.Role;
import org.undatacube.registry.Client;

/** An administrator, and the identifier of the key. */
record Administrator(String key, String id) {
    /** The tag of what is not there yet. */
    static final String NEW = "new";

    static Administrator create() {
        Response created = Client.createKey(Role.ADMINISTRATOR);
        return new Administrator(created.path("key"), created.path("id"));
    }

    /** @param tag of what is expected there, or {@code new} */
    Response put(String path, String tag, String body) {
        return Client.with(key)
                .header(tag.equals(NEW) ? "If-None-Match" : "If-Match", tag.equals(NEW) ? "*" : tag)
                .contentType(ContentType.JSON)
                .body(body)
                .put(path);
    }

    Response delete(String path, String tag) {
        return Client.with(key).header("If-Match", tag).delete(path);
    }
}
