package org.undatacube.acceptance.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.undatacube.acceptance.suite.Loader;
import org.undatacube.acceptance.suite.RunningSuite;

/** The document describes every operation, and its examples, when they are asked, are answered as it says. */
class DocumentIT {
    /** Names of these are made while a submission is on its way, and are examples alone. */
    private static final Set<String> NAMES_OF_THE_MOMENT = Set.of(
            "/api/v1/jobs/{id}",
            "/api/v1/uploads/{id}",
            "/api/v1/validation-reports/{id}",
            "/api/v1/code-lists/contributors/requests/{id}",
            "/api/v1/reporting-windows/{year}",
            "/api/v1/submissions/{id}/parts/",
            "/api/v1/submissions/{id}/lines/",
            "/api/v1/submissions/{id}/impact",
            "/api/v1/submissions/{id}/rejected-lines",
            "/api/v1/answers/{id}/data",
            "/api/v1/bulk/{cube}/delta");

    private static RunningSuite suite;
    private static URI gateway;
    private static JsonNode document;
    private static Fixtures fixtures;

    @BeforeAll
    static void start() {
        suite = RunningSuite.another(FuzzIT.NO_LIMITS);
        Loader.Run load = suite.loader().run("load", "sample");
        assertEquals(0, load.exitCode(), load::output);
        gateway = suite.anybody().address();
        document = suite.anybody().get("/openapi?format=json").require(200);
        fixtures = new Fixtures(suite.administrator());
    }

    @AfterAll
    static void stop() {
        if (suite != null) {
            suite.close();
        }
    }

    private static List<Promise> promises() {
        return Promise.of(document);
    }

    @Test
    void describesEveryOperation() {
        List<String> missing = new ArrayList<>();
        for (Promise promise : promises()) {
            JsonNode operation = promise.operation();
            Stream.of("summary", "description", "operationId")
                    .filter(member -> operation.path(member).asText().isBlank())
                    .forEach(member -> missing.add(promise + ": " + member));
            Stream.of("path", "query", "header")
                    .flatMap(in -> promise.parameters(in).stream())
                    .filter(parameter -> parameter.path("description").asText().isBlank()
                            || Promise.example(parameter).isEmpty())
                    .forEach(parameter -> missing.add(promise + ": " + parameter.get("name")));
            Stream.of("400", "401", "429", "500", "502", "503", "504")
                    .filter(status -> !operation.path("responses").has(status))
                    .forEach(status -> missing.add(promise + ": " + status));
            if (operation.has("x-roles") && !operation.path("responses").has("403")) {
                missing.add(promise + ": 403");
            }
        }

        assertEquals(List.of(), missing);
    }

    @TestFactory
    Stream<DynamicTest> answersItsExamplesAsItSays() {
        return promises().stream()
                .map(promise -> dynamicTest(promise.toString(), () -> {
                    Exchange answer = requirePromised(new Question(promise, fixtures));

                    if (promise.method().equals("GET")
                            && NAMES_OF_THE_MOMENT.stream().noneMatch(promise.path()::startsWith)) {
                        assertTrue(answer.status() < 400, answer::toString);
                    }
                    for (JsonNode parameter : promise.parameters("query")) {
                        Question question = new Question(promise, fixtures);
                        question.ask(parameter);
                        requirePromised(question);
                    }
                }));
    }

    /** A page to try things out sends the defaults of all parameters together. */
    @Test
    void answersTheDefaultsOfAQuestionTogether() throws IOException {
        Promise aggregate = promises().stream()
                .filter(promise ->
                        promise.operation().path("operationId").asText().equals("aggregate"))
                .findFirst()
                .orElseThrow();
        Question question = new Question(aggregate, fixtures);
        aggregate.parameters("query").forEach(parameter -> {
            assertFalse(parameter.has("example"), parameter::toString);
            if (parameter.at("/schema").has("default")) {
                question.query.put(
                        parameter.get("name").asText(),
                        Question.encoded(parameter.at("/schema/default").asText()));
            }
        });

        assertEquals(200, requirePromised(question).status());
    }

    /** So that what the other tests rely on is known to see an answer that breaks the document. */
    @Test
    void seesAnAnswerThatBreaksTheDocument() {
        ObjectNode other = document.deepCopy();
        ObjectNode cubes = (ObjectNode) other.at("/paths/~1api~1v1~1cubes/get/responses");
        Exchange answer = new Exchange(200, Map.of("content-type", "application/json"), "{\"cubes\":1}");
        Promise promise = promise(other, "/api/v1/cubes");

        assertFalse(promise.breaches(answer, "GET").isEmpty());
        cubes.remove("200");
        assertEquals(List.of("status 200 is not declared"), promise.breaches(answer, "GET"));
    }

    private static Promise promise(JsonNode of, String path) {
        return Promise.of(of).stream()
                .filter(promise -> promise.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static Exchange requirePromised(Question question) throws IOException {
        question.headers.put("Authorization", "Bearer " + suite.administratorKey());
        Exchange answer = question.send(gateway);
        assertEquals(
                List.of(),
                question.promise.breaches(answer, question.method),
                () -> question + " got " + answer.status() + " "
                        + answer.body()
                                .substring(0, Math.min(1_000, answer.body().length())));
        return answer;
    }
}
