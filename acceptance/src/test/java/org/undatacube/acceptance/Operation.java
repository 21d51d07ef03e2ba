package org.undatacube.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An operation as an OpenAPI document names it.
 *
 * @param roles those that may, or empty where everybody may
 * @param contentType of the body, where there is one
 * @param answers the media types of its answers
 */
record Operation(
        String method, String path, Optional<Set<String>> roles, Optional<String> contentType, Set<String> answers) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    /** All that the document has, in its order. */
    static List<Operation> of(JsonNode document) {
        return document.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .map(member -> of(member.getKey(), path.getKey(), member.getValue())))
                .toList();
    }

    private static Operation of(String method, String path, JsonNode description) {
        List<String> types = new ArrayList<>();
        description.at("/requestBody/content").fieldNames().forEachRemaining(types::add);
        List<String> answers = new ArrayList<>();
        description.path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .forEach(
                        answer -> answer.getValue().path("content").fieldNames().forEachRemaining(answers::add));
        return new Operation(method, path, roles(description), types.stream().findFirst(), Set.copyOf(answers));
    }

    /** A bearer token has no scopes, so the roles stand beside. */
    private static Optional<Set<String>> roles(JsonNode description) {
        List<String> roles = new ArrayList<>();
        description.path("x-roles").forEach(role -> roles.add(role.asText()));
        return description.path("security").isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(roles));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
