package org.undatacube.acceptance.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/**
 * What the gateway answered.
 *
 * @param tag the ETag; empty where there is none
 * @param challenge what WWW-Authenticate says; empty where there is none
 */
public record Answer(int status, String contentType, String tag, String challenge, String body) {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + this, e);
        }
    }

    /** The answer's JSON, once its status is as it should be. */
    public JsonNode require(int wanted) {
        assertEquals(wanted, status, this::toString);
        return json();
    }

    /** The problem document, once it is one. */
    public JsonNode problem(int wanted, String slug) {
        JsonNode problem = require(wanted);
        assertEquals("application/problem+json", contentType.split(";", 2)[0], this::toString);
        assertEquals(wanted, problem.path("status").asInt(), this::toString);
        String type = problem.path("type").asText();
        assertEquals(slug, type.substring(type.lastIndexOf('/') + 1), this::toString);
        return problem;
    }

    /** The first finding of a rejected submission that a rule has. */
    public Optional<JsonNode> finding(String rule) {
        for (JsonNode finding : json().path("findings")) {
            if (finding.path("rule").asText().equals(rule)) {
                return Optional.of(finding);
            }
        }
        return Optional.empty();
    }
}
