package org.undatacube.acceptance.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Random;

/** Changes requests so that types, sizes, encodings and methods are wrong. */
final class Mutation {
    private static final List<String> VALUES = List.of(
            "",
            "-1",
            "0",
            "1e400",
            "99999999999999999999",
            "NaN",
            "null",
            "true",
            "[]",
            "{}",
            "a,b;c|d",
            "..",
            "!",
            "%00",
            "%0d%0aX:%20y",
            "%ff%fe",
            "%c3%28",
            "%F0%9F%92%A9",
            "%e2%80%ae",
            "'%20OR%201=1--",
            "%3Cscript%3E",
            "%25",
            "*",
            "~",
            "2024",
            "expense",
            "sdg.goal",
            "year:2024",
            "amount:ge:1",
            "latest",
            "%7B%22a%22:1%7D");
    private static final List<String> MEDIA = List.of(
            "application/json",
            "text/html",
            "*/*",
            "text/csv",
            "application/xml",
            "image/png",
            "a",
            "",
            "*/*;q=x",
            "application/json;charset=utf-16",
            "application/x-ndjson",
            "multipart/form-data");
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "QUERY", "TRACE", "PROPFIND", "get");
    private static final List<String> HEADERS = List.of(
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "Range",
            "If-Range",
            "Prefer",
            "Idempotency-Key",
            "Accept-Language",
            "Accept-Encoding",
            "Cache-Control",
            "Upload-Offset",
            "Upload-Complete",
            "Upload-Length",
            "X-Request-Id",
            "traceparent",
            "Origin",
            "X-HTTP-Method-Override");
    private static final int LONG_VALUE = 3_000;
    private static final int LONG_BODY = 200_000;
    private static final int DEPTH = 5_000;

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    void apply(Question question) {
        switch (random.nextInt(10)) {
            case 0, 1 -> changeOne(question.path.keySet().stream().toList(), question);
            case 2, 3, 4 -> askWrongly(question);
            case 5 -> question.query.put("unknown" + random.nextInt(3), value());
            case 6 -> question.headers.put(random.nextBoolean() ? "Accept" : "Content-Type", any(MEDIA));
            case 7 -> question.headers.put(any(HEADERS), header());
            case 8 -> question.method = any(METHODS);
            default -> spoilBody(question);
        }
    }

    private void changeOne(List<String> names, Question question) {
        if (!names.isEmpty()) {
            String value = value();
            // an empty part, or one of dots, makes another address
            question.path.put(any(names), value.isEmpty() || value.equals("..") ? "none" : value);
        }
    }

    private void askWrongly(Question question) {
        List<JsonNode> parameters = question.promise.parameters("query");
        if (!parameters.isEmpty()) {
            JsonNode parameter = parameters.get(random.nextInt(parameters.size()));
            if (random.nextInt(3) == 0) {
                question.ask(parameter);
            } else {
                question.query.put(parameter.get("name").asText(), value());
            }
        }
    }

    private void spoilBody(Question question) {
        if (question.body == null) {
            return;
        }
        int at = question.body.isEmpty() ? 0 : random.nextInt(question.body.length());
        question.body = switch (random.nextInt(9)) {
            case 0 -> question.body.substring(0, at);
            case 1 -> question.body.substring(0, at) + (char) random.nextInt(256) + question.body.substring(at);
            case 2 -> "";
            case 3 -> "[".repeat(DEPTH);
            case 4 -> "{\"a\":".repeat(DEPTH);
            case 5 -> "null";
            case 6 -> question.body.replaceFirst("\"[^\"]*\"(?=[,}])", wrong());
            case 7 -> question.body.replaceFirst(":\\s*\"", ":\"" + "x".repeat(LONG_BODY));
            default -> "\u00ff\u00fe" + question.body;
        };
    }

    private String wrong() {
        return any(List.of("null", "-1", "1e999", "[]", "{}", "true", "\"\\\\u0000\"", "\"\""));
    }

    private String header() {
        return any(List.of(
                "\"1\"",
                "*",
                "W/\"x\"",
                "1",
                "-1",
                "bytes=0-10",
                "bytes=9999999999-",
                "respond-async",
                "wait=1",
                "?1",
                "fr",
                "gzip",
                "zstd",
                "no-cache",
                "only-if-cached",
                "\u00ff\u00fe",
                "x".repeat(LONG_VALUE),
                "null"));
    }

    private String value() {
        return random.nextInt(12) == 0 ? "x".repeat(random.nextInt(LONG_VALUE)) : any(VALUES);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
