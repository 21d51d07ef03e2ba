package org.undatacube.acceptance.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.undatacube.acceptance.suite.RunningSuite;

/** The suite keeps what the last released document promised; docs/openapi/README.md says what to do where it cannot. */
class ReleasedDocumentIT {
    private static final Path RELEASED = RunningSuite.PROJECT.resolve("docs/openapi/v1.json");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String AGGREGATE = "/paths/~1api~1v1~1cubes~1{cube}~1aggregate/get";

    @Test
    void breaksNothingThatWasReleased() throws IOException {
        JsonNode now = RunningSuite.get().anybody().get("/openapi?format=json").require(200);

        assertEquals(List.of(), BreakingChanges.between(JSON.readTree(RELEASED.toFile()), now));
    }

    /** Each change of a kind that breaks clients is seen. */
    @TestFactory
    Stream<DynamicTest> seesWhatBreaksClients() throws IOException {
        JsonNode released = JSON.readTree(RELEASED.toFile());
        Map<String, Consumer<ObjectNode>> changes = Map.of(
                "an operation that is gone",
                document -> ((ObjectNode) document.at("/paths")).remove("/api/v1/cubes"),
                "a parameter that is gone",
                document -> ((ArrayNode) document.at(AGGREGATE + "/parameters")).remove(0),
                "a parameter that is newly required",
                document -> ((ArrayNode) document.at(AGGREGATE + "/parameters"))
                        .addObject()
                        .put("name", "new")
                        .put("in", "query")
                        .put("required", true),
                "a member of an answer that is gone",
                document -> ((ObjectNode) document.at("/components/schemas/Answer/properties")).remove("total"),
                "a member of an answer that has another type",
                document -> ((ObjectNode) document.at("/components/schemas/Answer/properties/cellCount"))
                        .put("type", "string"),
                "a media type that is gone",
                document -> ((ObjectNode) document.at(AGGREGATE + "/responses/200/content")).remove("text/csv"));
        assertEquals(List.of(), BreakingChanges.between(released, released));
        return changes.entrySet().stream()
                .map(change -> DynamicTest.dynamicTest(change.getKey(), () -> {
                    ObjectNode changed = released.deepCopy();
                    change.getValue().accept(changed);
                    assertTrue(!BreakingChanges.between(released, changed).isEmpty());
                }));
    }
}
