package org.undatacube.contributions;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** A draft that a test works on, by the hands of its preparer. */
record Draft(String id, Client preparer) {
    private static final String SUBMISSIONS = "/api/v1/submissions/";

    /** An expense draft of 2024 of some lines, each a JSON object. */
    static Draft of(Client preparer, String lines) {
        String body = "{\"entity\":\"" + preparer.entity()
                + "\",\"year\":2024,\"flow\":\"expense\",\"breakdowns\":[{\"lines\":[" + lines + "]}]}";
        return of(preparer, preparer.request().contentType("application/json").body(body), Map.of("draft", true));
    }

    static Draft empty(Client preparer) {
        String body = "{\"entity\":\"" + preparer.entity() + "\",\"year\":2024,\"flow\":\"expense\"}";
        return of(preparer, preparer.request().contentType("application/json").body(body), Map.of("draft", true));
    }

    private static Draft of(Client preparer, RequestSpecification request, Map<String, ?> query) {
        String id = request.queryParams(query)
                .post("/api/v1/submissions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Draft(id, preparer);
    }

    /** A change of the draft as it is now. */
    RequestSpecification change() {
        return preparer.request().header("If-Match", Client.etag(id));
    }

    Response append(String lines) {
        return change().contentType("application/json")
                .body("{\"breakdowns\":[{\"lines\":[" + lines + "]}]}")
                .post(path("/lines"));
    }

    Response appendCsv(String csv) {
        return change().contentType("text/csv").body(csv).post(path("/lines"));
    }

    Response correct(String lineId, String line) {
        return change().contentType("application/json").body(line).put(path("/lines/" + lineId));
    }

    Response get(String part) {
        return preparer.request().get(path(part));
    }

    String path(String part) {
        return SUBMISSIONS + id + part;
    }
}
