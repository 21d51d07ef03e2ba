package org.undatacube.acceptance.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A request that an operation takes, made of the document's examples; its parts may be changed before it is sent. */
final class Question {
    final Promise promise;
    final Map<String, String> path = new LinkedHashMap<>();
    final Map<String, String> query = new LinkedHashMap<>();
    final Map<String, String> headers = new LinkedHashMap<>();
    String method;
    /** As it is sent, each character a byte; null for none. */
    String body;

    /** With what is required, and nothing else. */
    Question(Promise promise, Fixtures fixtures) {
        this.promise = promise;
        this.method = promise.method();
        for (JsonNode parameter : promise.parameters("path")) {
            String name = parameter.get("name").asText();
            path.put(
                    name,
                    encoded(fixtures.of(promise, name)
                            .or(() -> Promise.example(parameter))
                            .orElse("none")));
        }
        promise.parameters("query").stream()
                .filter(parameter -> parameter.path("required").asBoolean())
                .forEach(this::ask);
        promise.parameters("header").stream()
                .filter(parameter -> parameter.path("required").asBoolean())
                .forEach(parameter -> headers.put(
                        parameter.get("name").asText(),
                        Promise.example(parameter).orElse("1")));
        promise.body().ifPresent(content -> {
            headers.put("Content-Type", content.getKey());
            body = new String(content.getValue().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        });
    }

    /** With the example of an optional parameter too. */
    void ask(JsonNode parameter) {
        Promise.example(parameter)
                .ifPresent(example -> query.put(parameter.get("name").asText(), encoded(example)));
    }

    String target() {
        String address = promise.path();
        for (Map.Entry<String, String> part : path.entrySet()) {
            address = address.replace("{" + part.getKey() + "}", part.getValue());
        }
        return query.isEmpty()
                ? address
                : address
                        + query.entrySet().stream()
                                .map(item -> item.getKey() + "=" + item.getValue())
                                .collect(Collectors.joining("&", "?", ""));
    }

    boolean wantsOnlyWhatIsKept() {
        return headers.containsValue("only-if-cached");
    }

    Exchange send(URI gateway) throws IOException {
        return Exchange.send(gateway, method, target(), headers, body);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return method + " " + target() + " " + headers + (body == null ? "" : " with " + body.length() + " bytes");
    }
}
