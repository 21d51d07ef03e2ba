package org.undatacube.aggregation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.aggregation.answer.oracle.Agreement;
import org.undatacube.aggregation.answer.oracle.Material;
import org.undatacube.aggregation.answer.oracle.Oracle;
import org.undatacube.aggregation.answer.oracle.QuestionAsJson;
import org.undatacube.aggregation.answer.oracle.RandomQuestion;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.codelists.Flow;

/** Random cubes and random questions: over any engine, the service agrees with the oracle to the last digit. */
public abstract class RandomAnswers {
    private static final int QUESTIONS = 34;

    @TempDir
    Path folder;

    /** Opens an empty engine, which may keep its files in the folder. */
    protected abstract Engine open(Path folder);

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithTheOracle(long seed) throws IOException {
        Random random = new Random(seed);
        RandomCube cube = new RandomCube(random);
        Material material = new Material(cube.lists, cube.hierarchies, cube.changes, cube.lines);
        try (Engine engine = open(folder)) {
            Service service = new Service(cube, engine);
            for (int number = 0; number < QUESTIONS; number++) {
                RandomQuestion question = new RandomQuestion(material, random);
                Flow flow = question.cube();
                Map<String, String> parameters = question.parameters();
                String where = "seed " + seed + ", question " + number + " " + flow + " " + parameters;
                String json = new QuestionAsJson(random).write(parameters);
                Map<String, Object> canonical = service.canonical(flow, Service.asText(parameters));
                assertEquals(canonical, service.canonical(flow, Service.asJson(json)), where + " as " + json);
                Map<String, Object> again = new HashMap<>(canonical);
                again.put("edition", parameters.get("edition"));
                assertEquals(canonical, service.canonical(flow, Service.asText(again)), where);
                Map<String, Object> expected = new Oracle(flow, parameters, material).answer();
                Agreement.check(parameters, expected, service.answer(flow, Service.asJson(json)), where);
            }
        }
    }
}
