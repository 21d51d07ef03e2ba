package org.undatacube.acceptance.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a later document would break a client that was made from an earlier one: what is gone, what is newly required, what
 * has another type. What is added breaks nothing.
 */
final class BreakingChanges {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> found = new ArrayList<>();
    /** Pairs of references that were compared, since schemas may hold themselves. */
    private final Set<String> compared = new HashSet<>();

    private BreakingChanges(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    static List<String> between(JsonNode before, JsonNode after) {
        BreakingChanges changes = new BreakingChanges(before, after);
        changes.paths();
        return changes.found;
    }

    private void paths() {
        before.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member -> operation(
                                member.getKey() + " " + path.getKey(),
                                member.getValue(),
                                after.get("paths").path(path.getKey()).path(member.getKey()))));
    }

    private void operation(String name, JsonNode was, JsonNode is) {
        if (is.isMissingNode()) {
            found.add(name + " is gone");
            return;
        }
        if (!was.path("operationId").equals(is.path("operationId"))) {
            found.add(name + " has another operationId");
        }
        Map<String, JsonNode> earlier = parameters(was);
        Map<String, JsonNode> now = parameters(is);
        earlier.forEach((key, parameter) -> {
            if (!now.containsKey(key)) {
                found.add(name + ": the parameter " + key + " is gone");
            } else {
                schema(name + ": " + key, parameter.path("schema"), now.get(key).path("schema"), false);
            }
        });
        now.forEach((key, parameter) -> {
            boolean wasRequired = earlier.containsKey(key)
                    && earlier.get(key).path("required").asBoolean();
            if (parameter.path("required").asBoolean() && !wasRequired) {
                found.add(name + ": the parameter " + key + " is newly required");
            }
        });
        if (!is.path("security").isEmpty() && was.path("security").isEmpty()) {
            found.add(name + " newly needs a key");
        }
        body(name, was.path("requestBody"), is.path("requestBody"));
        was.path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .forEach(answer -> {
                    JsonNode same = is.path("responses").path(answer.getKey());
                    if (same.isMissingNode()) {
                        found.add(name + ": the answer " + answer.getKey() + " is gone");
                    } else {
                        contents(name + " " + answer.getKey(), answer.getValue(), same, true);
                    }
                });
    }

    private void body(String name, JsonNode was, JsonNode is) {
        if (is.path("required").asBoolean() && !was.path("required").asBoolean()) {
            found.add(name + ": a body is newly required");
        }
        contents(name + " body", was, is, false);
    }

    private void contents(String name, JsonNode was, JsonNode is, boolean isAnswer) {
        was.path("content").properties().forEach(content -> {
            JsonNode same = is.path("content").path(content.getKey());
            if (same.isMissingNode()) {
                found.add(name + ": " + content.getKey() + " is gone");
            } else {
                schema(name, content.getValue().path("schema"), same.path("schema"), isAnswer);
            }
        });
    }

    private void schema(String name, JsonNode wasGiven, JsonNode isGiven, boolean isAnswer) {
        String pair =
                wasGiven.path("$ref").asText() + " " + isGiven.path("$ref").asText() + isAnswer;
        if (wasGiven.has("$ref") && !compared.add(pair)) {
            return;
        }
        JsonNode was = resolved(before, wasGiven);
        JsonNode is = resolved(after, isGiven);
        if (was.has("type") && is.has("type") && !was.get("type").equals(is.get("type"))) {
            found.add(name + ": the type was " + was.get("type") + " and is " + is.get("type"));
        }
        values(name, was.path("enum"), is.path("enum"), isAnswer);
        was.path("properties").properties().forEach(property -> {
            JsonNode same = is.path("properties").path(property.getKey());
            if (same.isMissingNode()) {
                found.add(name + ": " + property.getKey() + " is gone");
            } else {
                schema(name + "/" + property.getKey(), property.getValue(), same, isAnswer);
            }
        });
        if (!isAnswer) {
            Set<String> newly = texts(is.path("required"));
            newly.removeAll(texts(was.path("required")));
            newly.forEach(property -> found.add(name + ": " + property + " is newly required"));
        }
        if (was.has("items")) {
            schema(name + "/items", was.get("items"), is.path("items"), isAnswer);
        }
    }

    /** A client may not know a new value of an answer, and may send an old one. */
    private void values(String name, JsonNode was, JsonNode is, boolean isAnswer) {
        if (was.isMissingNode() || is.isMissingNode()) {
            return;
        }
        Set<String> unknown = texts(isAnswer ? is : was);
        unknown.removeAll(texts(isAnswer ? was : is));
        unknown.forEach(value -> found.add(name + ": the value " + value + (isAnswer ? " is new" : " is gone")));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        JsonNode at = node;
        while (at.has("$ref")) {
            at = document.at(at.get("$ref").asText().substring(1));
        }
        return at;
    }

    private static Map<String, JsonNode> parameters(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .collect(Collectors.toMap(
                        parameter -> parameter.path("in").asText() + " "
                                + parameter.path("name").asText(),
                        parameter -> parameter));
    }
}
