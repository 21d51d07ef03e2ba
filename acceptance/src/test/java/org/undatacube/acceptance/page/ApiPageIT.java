package org.undatacube.acceptance.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.acceptance.suite.Answer;
import org.undatacube.acceptance.suite.Gateway;
import org.undatacube.acceptance.suite.Loader;
import org.undatacube.acceptance.suite.RunningSuite;

/** Asks all that docs/api.md asks, of a suite of its own that has what the page says and nothing else. */
class ApiPageIT {
    private static final Path DOCS = RunningSuite.PROJECT.resolve("docs");
    private static final List<Example> EXAMPLES = Example.of(DOCS.resolve("api.md"));
    private static final int FEWEST = 20;
    private static final JsonMapper JSON = new JsonMapper();
    /** Stands in a list for the rest of it. */
    private static final String MORE = "…";

    private static RunningSuite suite;
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        suite = RunningSuite.another();
        gateway = suite.anybody();
        load("load", "sample");
        load("load", "--publish", DOCS.resolve("example-2020.ndjson").toString());
    }

    @AfterAll
    static void stop() {
        if (suite != null) {
            suite.close();
        }
    }

    private static void load(String... arguments) {
        Loader.Run run = suite.loader().run(arguments);
        assertEquals(0, run.exitCode(), run::output);
    }

    static List<Example> examples() {
        return EXAMPLES;
    }

    @Test
    void hasTwentyExamplesOrMoreThatAreNumbered() {
        assertTrue(EXAMPLES.size() >= FEWEST, () -> "only " + EXAMPLES.size() + " examples");
        assertEquals(
                IntStream.rangeClosed(1, EXAMPLES.size()).boxed().toList(),
                EXAMPLES.stream().map(Example::number).toList());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void answersAsThePageSays(Example example) throws JsonProcessingException {
        Curl question = example.question();
        Answer answer = gateway.send(
                question.method(),
                question.target(),
                question.contentType(),
                question.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(question.body()));

        assertEquals(200, answer.status(), answer::toString);
        if (example.language().equals("csv")) {
            assertEquals(example.answer(), answer.body().replace("\r\n", "\n").stripTrailing());
        } else {
            JsonNode shown = JSON.readTree(example.answer().replace(MORE, '"' + MORE + '"'));
            requireShown(shown, JSON.readTree(answer.body()), "");
        }
    }

    /** Objects may have more properties than are shown, lists more items only where that is said. */
    private static void requireShown(JsonNode shown, JsonNode given, String pointer) {
        if (shown.isObject()) {
            shown.properties()
                    .forEach(property -> requireShown(
                            property.getValue(), given.path(property.getKey()), pointer + "/" + property.getKey()));
        } else if (shown.isArray()) {
            boolean hasMore =
                    !shown.isEmpty() && shown.get(shown.size() - 1).asText().equals(MORE);
            int count = hasMore ? shown.size() - 1 : shown.size();
            assertTrue(hasMore ? given.size() > count : given.size() == count, () -> pointer + ": " + given);
            for (int index = 0; index < count; index++) {
                requireShown(shown.get(index), given.path(index), pointer + "/" + index);
            }
        } else {
            assertEquals(shown, given, pointer);
        }
    }
}
