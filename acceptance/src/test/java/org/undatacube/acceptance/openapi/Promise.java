package org.undatacube.acceptance.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An operation of the OpenAPI document, and whether an answer is one that it promises. */
final class Promise {
    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final Pattern IS_JSON = Pattern.compile("[/+]json$");
    private static final int MOST_NAMED = 3;

    private final JsonNode document;
    private final String method;
    private final String path;
    private final JsonNode operation;
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    private Promise(JsonNode document, String method, String path, JsonNode operation) {
        this.document = document;
        this.method = method;
        this.path = path;
        this.operation = operation;
    }

    /** Of all operations, in the document's order. */
    static List<Promise> of(JsonNode document) {
        return document.get("paths").properties().stream()
                .flatMap(item -> item.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .map(member -> new Promise(document, member.getKey(), item.getKey(), member.getValue())))
                .toList();
    }

    String method() {
        return method.toUpperCase(Locale.ROOT);
    }

    String path() {
        return path;
    }

    JsonNode operation() {
        return operation;
    }

    /** @return query, header or path parameters, as {@code in} says */
    List<JsonNode> parameters(String in) {
        List<JsonNode> parameters = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals(in)) {
                parameters.add(parameter);
            }
        });
        return parameters;
    }

    /** What the document shows a parameter as; empty where it shows nothing. */
    static Optional<String> example(JsonNode parameter) {
        return Stream.of(parameter.path("example"), parameter.at("/schema/examples/0"), parameter.at("/schema/example"))
                .filter(example -> !example.isMissingNode())
                .map(example -> example.isArray() ? example.path(0) : example)
                .map(JsonNode::asText)
                .findFirst();
    }

    /** The type of the body that the document describes first, and its example as text; empty where there is no body. */
    Optional<Map.Entry<String, String>> body() {
        return operation.at("/requestBody/content").properties().stream()
                .map(content -> Map.entry(content.getKey(), bodyExample(content.getValue())))
                .findFirst();
    }

    private static String bodyExample(JsonNode content) {
        JsonNode example = content.path("examples").properties().stream()
                .map(named -> named.getValue().path("value"))
                .findFirst()
                .orElse(content.path("example"));
        return example.isMissingNode() ? "{}" : example.isTextual() ? example.asText() : example.toString();
    }

    /** What of the answer breaks the document; empty where nothing does. */
    List<String> breaches(Exchange answer, String sentMethod) {
        JsonNode declared = resolved(operation.path("responses").path(Integer.toString(answer.status())));
        if (declared.isMissingNode()) {
            return List.of("status " + answer.status() + " is not declared");
        }
        List<String> breaches = new ArrayList<>();
        if (answer.status() == 429 || answer.status() == 503) {
            declared.path("headers").fieldNames().forEachRemaining(header -> {
                if (!answer.headers().containsKey(header.toLowerCase(Locale.ROOT))) {
                    breaches.add("no header " + header);
                }
            });
        }
        JsonNode content = declared.path("content");
        boolean isBare = sentMethod.equals("HEAD") || answer.body().isEmpty();
        if (isBare) {
            if (!content.isMissingNode() && !sentMethod.equals("HEAD") && answer.status() >= 400) {
                breaches.add("status " + answer.status() + " without a body");
            }
            return breaches;
        }
        Optional<JsonNode> form = content.properties().stream()
                .filter(type -> type.getKey().split(";", 2)[0].equals(answer.mediaType()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (form.isEmpty()) {
            breaches.add("media type " + answer.mediaType() + " of " + answer.status() + " is not declared");
        } else if (IS_JSON.matcher(answer.mediaType()).find()
                && !answer.headers().containsKey("content-encoding")) {
            breaches.addAll(misfits(form.get().path("schema"), answer));
        }
        return breaches;
    }

    private List<String> misfits(JsonNode schema, Exchange answer) {
        if (schema.isMissingNode()) {
            return List.of();
        }
        JsonNode body;
        try {
            body = JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            return List.of("status " + answer.status() + ": " + answer.mediaType() + " is not JSON");
        }
        return schemas.computeIfAbsent(schema, this::compiled).validate(body).stream()
                .limit(MOST_NAMED)
                .map(misfit -> misfit.toString())
                .toList();
    }

    private Schema compiled(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return SCHEMAS.getSchema(whole);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    @Override
    public String toString() {
        return method() + " " + path;
    }
}
