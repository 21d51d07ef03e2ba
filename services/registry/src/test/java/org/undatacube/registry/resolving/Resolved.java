package org.undatacube.registry.resolving;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the running registry makes of values. */
final class Resolved {
    private Resolved() {}

    /** @param values texts, or what {@link #in} makes of them */
    static Response answer(String list, Map<String, String> parameters, List<?> values) {
        return given().queryParams(parameters)
                .contentType(ContentType.JSON)
                .body(Map.of("values", values))
                .post("/api/v1/code-lists/" + list + "/resolve");
    }

    static List<Map<String, Object>> values(String list, Map<String, String> parameters, List<?> values) {
        return answer(list, parameters, values)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("results");
    }

    static Map<String, Object> value(String list, Object value) {
        return values(list, Map.of(), List.of(value)).get(0);
    }

    static Map<String, Object> in(int year, String value) {
        return Map.of("value", value, "year", year);
    }

    /** By value, which code each means; nothing for those that mean none. */
    static Map<String, String> codes(String list, Map<String, String> parameters, List<String> values) {
        return values(list, parameters, values).stream()
                .filter(result -> result.get("code") != null)
                .collect(Collectors.toMap(
                        result -> (String) result.get("value"),
                        result -> (String) result.get("code"),
                        (one, same) -> one,
                        HashMap::new));
    }

    static <T> List<T> each(List<Map<String, Object>> results, Function<Map<String, Object>, T> what) {
        return results.stream().map(what).toList();
    }
}
