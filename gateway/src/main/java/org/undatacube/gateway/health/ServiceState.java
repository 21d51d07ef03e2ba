package org.undatacube.gateway.health;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import java.util.Map;

/**
 * How a service does.
 *
 * @param status {@code UP}, {@code DOWN} (it says that it is not ready) or {@code UNREACHABLE}
 * @param checks what it checked, as it says itself
 */
record ServiceState(String name, String status, List<Map<String, Object>> checks) {
    static final String UP = "UP";

    static ServiceState of(String name, HttpResponse<Buffer> readiness) {
        boolean up = readiness.statusCode() == HttpResponseStatus.OK.code();
        return new ServiceState(name, up ? UP : "DOWN", checks(readiness));
    }

    static ServiceState unreachable(String name) {
        return new ServiceState(name, "UNREACHABLE", List.of());
    }

    boolean works() {
        return status.equals(UP);
    }

    private static List<Map<String, Object>> checks(HttpResponse<Buffer> readiness) {
        try {
            JsonArray checks = readiness.bodyAsJsonObject().getJsonArray("checks", new JsonArray());
            return checks.stream().map(check -> ((JsonObject) check).getMap()).toList();
        } catch (DecodeException notAHealthDocument) {
            return List.of();
        }
    }
}
