package org.undatacube.aggregation.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.aggregation.cube.MemberHistory;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.Intake;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.duckdb.DuckDbEngine;
import org.undatacube.aggregation.published.TestStore;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.changefeed.EditionChange;

/** Random cubes and random questions: the service agrees with the oracle to the last digit. */
class RandomAnswersTest {
    private static final int CUBES = 40;
    private static final int QUESTIONS = 60;
    private static final BigDecimal TOLERANCE = BigDecimal.ONE;

    @TempDir
    Path folder;

    /** To see a failure again, put its seed in the place of the first. */
    static LongStream seeds() {
        long first = System.nanoTime();
        return LongStream.range(first, first + CUBES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithTheOracle(long seed) throws IOException {
        Random random = new Random(seed);
        RandomCube cube = new RandomCube(random);
        MemberHistory members = new MemberHistory();
        members.use(cube.members());
        try (Engine engine = filled(cube)) {
            Answering answering = new Answering(() -> TOLERANCE, members);
            for (int number = 0; number < QUESTIONS; number++) {
                RandomQuestion question = new RandomQuestion(cube, random);
                String where = "seed " + seed + ", question " + number + " " + question.parameters();
                Answer answer = engine.read(snapshot -> answering
                        .inquire(
                                snapshot,
                                question.cube,
                                new Parameters(question.parameters(), Answering.PARAMETERS),
                                new Patience(Duration.ofSeconds(30)))
                        .answer());
                assertEquals(new Oracle(cube).answer(question), verdict(answer), where);
            }
        }
    }

    private Engine filled(RandomCube cube) throws IOException {
        Engine engine = DuckDbEngine.open(new TestStore(folder));
        Intake intake = engine.intake();
        for (EditionChange change : cube.changes) {
            intake.takeIn(change, lines -> cube.linesOf(change).forEach(lines));
        }
        return engine;
    }

    private static Oracle.Verdict verdict(Answer answer) {
        List<Oracle.Row> rows = new ArrayList<>();
        for (Cell cell : answer.cells()) {
            List<String> keys =
                    cell.keys().stream().map(RandomAnswersTest::text).toList();
            rows.add(new Oracle.Row(keys, measures(cell.figures())));
        }
        assertEquals(
                answer.coverage().entityYearsReporting() - answer.coverage().entityYearsCovered(),
                answer.coverage().gaps().size());
        return new Oracle.Verdict(
                rows,
                Math.toIntExact(answer.cellCount()),
                measures(answer.total()),
                answer.coverage().amountReported().toString(),
                answer.coverage().amountCovered().toString(),
                answer.coverage().entityYearsReporting(),
                answer.coverage().entityYearsCovered(),
                answer.coverage().entitiesReporting(),
                answer.coverage().entitiesCovered(),
                answer.question().drilldowns().stream()
                        .map(Drilldown::key)
                        .filter(key -> answer.notes().stream()
                                .anyMatch(note -> note.contains("groups of " + key + " overlap")))
                        .collect(Collectors.toSet()));
    }

    private static String text(Cell.Key key) {
        return key instanceof Cell.Key.Member member ? member.code() : Integer.toString(((Cell.Key.Year) key).year());
    }

    private static Map<String, String> measures(Figures figures) {
        Map<String, String> measures = new HashMap<>();
        figures.properties().forEach((measure, value) -> measures.put(measure, value.toString()));
        return measures;
    }
}
