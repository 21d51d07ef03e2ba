package org.undatacube.registry.coderequest;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.http.Role;
import org.undatacube.registry.Client;

/** Somebody who asks for codes or decides on them. */
record KeyHolder(String key) {

    static KeyHolder of(String role, String entity) {
        Map<String, Object> request = new HashMap<>();
        request.put("name", "a " + role);
        request.put("roles", List.of(role));
        request.put("entity", entity);
        return new KeyHolder(
                Client.createKey(request).then().statusCode(201).extract().path("key"));
    }

    static KeyHolder preparerOf(String entity) {
        return of(Role.PREPARER, entity);
    }

    static KeyHolder reviewer() {
        return of(Role.REVIEWER, null);
    }

    RequestSpecification request() {
        return Client.with(key);
    }

    ValidatableResponse ask(Map<String, Object> request) {
        return request()
                .contentType(ContentType.JSON)
                .body(request)
                .post(CodeRequestResource.PATH)
                .then();
    }

    /** Asks for what may be asked for, and gives the request's identifier. */
    String asked(Map<String, Object> request) {
        return ask(request).statusCode(201).extract().path("id");
    }

    Response read(String id) {
        return request().get(CodeRequestResource.PATH + "/" + id);
    }

    Response list(String query) {
        return request().get(CodeRequestResource.PATH + query);
    }

    Response decide(String id, Map<String, Object> decision) {
        return request()
                .contentType(ContentType.JSON)
                .body(decision)
                .post(CodeRequestResource.PATH + "/" + id + "/decision");
    }

    Response grant(String id) {
        return decide(id, Map.of("decision", "granted"));
    }

    Response withdraw(String id) {
        return request().post(CodeRequestResource.PATH + "/" + id + "/withdrawal");
    }
}
