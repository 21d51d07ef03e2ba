package org.undatacube.contributions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.undatacube.http.Role;

/** Somebody who calls the service with the gateway's token. */
record Client(String name, String role, String entity) {
    static final Client SECRETARIAT = new Client("key-reviewer", Role.REVIEWER, null);
    static final Client ADMINISTRATOR = new Client("key-administrator", Role.ADMINISTRATOR, null);
    static final Client UNDP_CERTIFIER = new Client("key-undp-certifier", Role.CERTIFIER, "UNDP");
    static final Client UNDP = new Client("key-undp", Role.PREPARER, "UNDP");
    static final Client WFP = new Client("key-wfp", Role.PREPARER, "WFP");

    RequestSpecification request() {
        return given().auth().oauth2(token());
    }

    Response postJson(String body) {
        return request().contentType("application/json").body(body).post("/api/v1/submissions");
    }

    Response postCsv(String body, Map<String, ?> header) {
        return request()
                .contentType("text/csv; charset=UTF-8")
                .queryParams(header)
                .body(body)
                .post("/api/v1/submissions");
    }

    /** Posts what must be accepted, and gives its identifier. */
    String submit(String json) {
        return postJson(json).then().statusCode(201).extract().path("id");
    }

    Response publish(String... submissions) {
        return request()
                .contentType("application/json")
                .body(Map.of("submissions", List.of(submissions), "title", "Test"))
                .post("/api/v1/editions");
    }

    /** Certifies what is validated, as its entity's certifier, and publishes it; gives the edition's number. */
    int edition(String... submissions) {
        for (String submission : submissions) {
            certify(submission);
        }
        return publish(submissions).then().statusCode(201).extract().path("edition");
    }

    /** Has a submission certified by its entity's certifier, unless it is already; gives its identifier. */
    static String certify(String id) {
        JsonPath submission =
                SECRETARIAT.request().get("/api/v1/submissions/" + id).jsonPath();
        if (submission.getString("status").equals("validated")) {
            String entity = submission.getString("entity");
            new Client("key-certifier-" + entity, Role.CERTIFIER, entity)
                    .step(id, "certification")
                    .then()
                    .statusCode(200);
        }
        return id;
    }

    /** Takes a step with a submission as it is now. */
    Response step(String id, String step) {
        return step(id, step, etag(id), null);
    }

    Response step(String id, String step, String etag, String comment) {
        RequestSpecification request = request().header("If-Match", etag).contentType("application/json");
        if (comment != null) {
            request.body(Map.of("comment", comment));
        }
        return request.post("/api/v1/submissions/" + id + "/" + step);
    }

    /** The submission's ETag, as the secretariat sees it. */
    static String etag(String id) {
        return SECRETARIAT.request().get("/api/v1/submissions/" + id).header("ETag");
    }

    /** Posts what must be rejected with one finding. */
    ValidatableResponse rejected(String json, String rule, Integer row, String field) {
        return onlyFinding(postJson(json), rule, row, field);
    }

    static ValidatableResponse onlyFinding(Response response, String rule, Integer row, String field) {
        return response.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/contributions/submission-rejected"))
                .body("findings.size()", equalTo(1))
                .body("findings[0].rule", equalTo(rule))
                .body("findings[0].severity", equalTo("reject"))
                .body("findings[0].row", equalTo(row))
                .body("findings[0].field", equalTo(field))
                .body("counts.reject", equalTo(1));
    }

    String token() {
        try {
            String jwk = ConfigProvider.getConfig().getValue(RegistryStandIn.SIGNING_KEY, String.class);
            EllipticCurveJsonWebKey key = (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(jwk);
            JwtClaims claims = new JwtClaims();
            claims.setIssuer("https://undatacube.org/registry");
            claims.setAudience("undatacube");
            claims.setSubject(name);
            claims.setClaim("upn", name);
            claims.setStringListClaim("groups", List.of(role));
            if (entity != null) {
                claims.setClaim("entity", entity);
            }
            claims.setIssuedAtToNow();
            claims.setExpirationTimeMinutesInTheFuture(2);
            JsonWebSignature signature = new JsonWebSignature();
            signature.setPayload(claims.toJson());
            signature.setKey(key.getPrivateKey());
            signature.setKeyIdHeaderValue(key.getKeyId());
            signature.setAlgorithmHeaderValue("ES256");
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
