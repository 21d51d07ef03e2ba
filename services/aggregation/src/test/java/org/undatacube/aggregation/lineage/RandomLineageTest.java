package org.undatacube.aggregation.lineage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.aggregation.Seeds;
import org.undatacube.aggregation.answer.Cell;
import org.undatacube.aggregation.answer.Inquiry;
import org.undatacube.aggregation.answer.RandomCube;
import org.undatacube.aggregation.answer.Service;
import org.undatacube.aggregation.answer.oracle.Material;
import org.undatacube.aggregation.answer.oracle.RandomQuestion;
import org.undatacube.aggregation.coverage.Tenure;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.duckdb.DuckDbEngine;
import org.undatacube.aggregation.published.TestStore;
import org.undatacube.aggregation.query.CellReader;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.ParameterNames;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Language;

/** Whatever is asked, every cell is the sum of its lineage, which is of lines that were published; and back. */
class RandomLineageTest {
    private static final int CUBES = 12;
    private static final int QUESTIONS = 25;
    private static final int MOST = 10_000;
    private static final AtomicInteger CASES = new AtomicInteger();
    private static final AtomicInteger TRACED = new AtomicInteger();
    private static final AtomicInteger FED = new AtomicInteger();

    @TempDir
    Path folder;

    static LongStream seeds() {
        return Seeds.of(CUBES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyCellIsTheSumOfItsLines(long seed) throws IOException {
        CASES.incrementAndGet();
        Random random = new Random(seed);
        RandomCube cube = new RandomCube(random);
        Material material = new Material(cube.lists, cube.hierarchies, cube.changes, cube.lines);
        try (Engine engine = DuckDbEngine.open(new TestStore(folder))) {
            Service service = new Service(cube, engine);
            for (int number = 0; number < QUESTIONS; number++) {
                RandomQuestion question = new RandomQuestion(material, random);
                Map<String, String> asked = ofLines(question.parameters());
                String where = "seed " + seed + ", question " + number + " " + asked;
                service.inquire(question.cube(), parameters(asked), inquiry -> {
                    new Checked(cube, inquiry, random, where).check();
                    return null;
                });
            }
        }
    }

    @AfterAll
    static void wasNotTooEasy() {
        // one alone may well be easy
        if (CASES.get() == CUBES) {
            assertTrue(TRACED.get() >= 400, "only " + TRACED.get() + " cells were traced");
            assertTrue(FED.get() >= 100, "only " + FED.get() + " cells were fed");
        }
    }

    /** What decides which lines are in the cells; and subtotals, whose cells are of the same lines. */
    private static Map<String, String> ofLines(Map<String, String> parameters) {
        Map<String, String> asked = new HashMap<>(parameters);
        asked.keySet().removeIf(name -> !ParameterNames.OF_THE_LINES.contains(name) && !name.equals("subtotals"));
        List<String> measures = new ArrayList<>(List.of("amount", "lines"));
        Stream.of(parameters.getOrDefault("measures", "").split(",", -1))
                .filter(measure -> measure.startsWith("distinct."))
                .forEach(measures::add);
        asked.put("measures", String.join(",", measures));
        return asked;
    }

    private static Parameters parameters(Map<String, String> asked) {
        return new Parameters(
                asked.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))),
                Stream.concat(ParameterNames.OF_THE_LINES.stream(), Stream.of("subtotals", ParameterNames.CELL))
                        .toList());
    }

    /** One question. */
    private record Checked(RandomCube cube, Inquiry inquiry, Random random, String where) {
        void check() {
            Map<List<Optional<String>>, Lineage> detail = new HashMap<>();
            for (Cell cell : inquiry.answer().cells()) {
                List<Optional<String>> keys = keys(cell);
                Lineage lineage = new Tracing(inquiry, keys).trace(0, MOST, Language.ENGLISH);
                check(cell, keys, lineage);
                if (keys.stream().allMatch(Optional::isPresent)) {
                    detail.put(keys, lineage);
                }
                TRACED.incrementAndGet();
            }
            for (EditionChange change : cube.changes) {
                change.publications()
                        .forEach(publication -> checkFed(inquiry.question().cube(), publication.submission(), detail));
            }
        }

        private void check(Cell cell, List<Optional<String>> keys, Lineage lineage) {
            String ofCell = where + ", cell " + keys;
            Usd amount = new Usd(cell.figures().of(Measure.Plain.AMOUNT));
            long count = cell.figures().of(Measure.Plain.LINES).longValueExact();
            assertEquals(new Sum(amount, count), lineage.cell().sum(), ofCell);
            assertEquals(amount, sum(lineage.lines().stream().map(Lineage.TracedLine::amount)), ofCell);
            assertEquals(count, lineage.lines().size(), ofCell);
            assertEquals(amount, sum(lineage.submissions().stream().map(Lineage.Contribution::amount)), ofCell);
            assertEquals(
                    count,
                    lineage.submissions().stream()
                            .mapToLong(Lineage.Contribution::lines)
                            .sum(),
                    ofCell);
            assertEquals(count, new HashSet<>(lineage.lines()).size(), ofCell);
            for (Lineage.TracedLine line : lineage.lines()) {
                checkPublished(line, lineage, ofCell);
            }
            int offset = random.nextInt(lineage.lines().size() + 2);
            int limit = 1 + random.nextInt(4);
            assertEquals(
                    lineage.lines().stream().skip(offset).limit(limit).toList(),
                    new Tracing(inquiry, keys)
                            .trace(offset, limit, Language.ENGLISH)
                            .lines(),
                    ofCell);
            Parameters again = parameters(Map.of(ParameterNames.CELL, text(keys)));
            if (!keys.isEmpty()) {
                assertEquals(keys, new CellReader(inquiry.question(), inquiry.members(), again).keys(), ofCell);
            }
        }

        private void checkPublished(Lineage.TracedLine line, Lineage lineage, String ofCell) {
            PublishedLine published = cube.lines.get(line.breakdown()).get((int) line.line() - 1);
            assertEquals(published.line(), line.line(), ofCell);
            assertEquals(new Usd(published.amount()), line.amount(), ofCell);
            Map<String, String> codes = new HashMap<>();
            published.codes().forEach((dimension, code) -> codes.put(dimension.code(), code));
            assertEquals(codes, line.codes(), ofCell);
            assertEquals(
                    1,
                    lineage.submissions().stream()
                            .filter(its ->
                                    its.submission().equals(line.submission()) && its.breakdown() == line.breakdown())
                            .count(),
                    ofCell);
            assertEquals(first(line.breakdown()), line.submission(), ofCell);
        }

        /** The submission whose publication was the first with a breakdown. */
        private UUID first(long breakdown) {
            return cube.changes.stream()
                    .flatMap(change -> change.publications().stream())
                    .filter(publication -> publication.breakdowns().stream()
                            .anyMatch(its -> its.breakdown() == breakdown && !its.carried()))
                    .findFirst()
                    .orElseThrow()
                    .submission();
        }

        private void checkFed(Flow flow, UUID submission, Map<List<Optional<String>>, Lineage> detail) {
            Optional<Tenure> tenure = inquiry.snapshot().catalogue().tenure(flow, submission);
            if (tenure.isEmpty()) {
                return;
            }
            String ofSubmission = where + ", submission " + submission;
            FedCells fed = new Feeding(inquiry, tenure.get()).feed(0, MOST, Language.ENGLISH);
            Map<List<Optional<String>>, Sum> expected = new HashMap<>();
            detail.forEach((keys, lineage) -> {
                List<Lineage.TracedLine> own = lineage.lines().stream()
                        .filter(line -> line.submission().equals(submission))
                        .toList();
                if (!own.isEmpty()) {
                    expected.put(keys, new Sum(sum(own.stream().map(Lineage.TracedLine::amount)), own.size()));
                }
            });
            Map<List<Optional<String>>, Sum> found = new HashMap<>();
            for (FedCells.FedCell cell : fed.cells()) {
                List<Optional<String>> keys = keys(new Cell(cell.keys(), null, null));
                found.put(keys, cell.submission());
                assertEquals(detail.get(keys).cell().sum(), cell.cell(), ofSubmission);
                FED.incrementAndGet();
            }
            assertEquals(expected, found, ofSubmission);
            assertEquals(fed.cells().size(), fed.cellCount(), ofSubmission);
            int offset = random.nextInt(fed.cells().size() + 1);
            assertEquals(
                    fed.cells().stream().skip(offset).limit(2).toList(),
                    new Feeding(inquiry, tenure.get())
                            .feed(offset, 2, Language.ENGLISH)
                            .cells(),
                    ofSubmission);
        }

        private List<Optional<String>> keys(Cell cell) {
            List<Optional<String>> keys = new ArrayList<>();
            for (Drilldown drilldown : inquiry.question().drilldowns()) {
                keys.add(cell.keys().stream()
                        .filter(key -> key.drilldown().equals(drilldown.key()))
                        .map(key -> key instanceof Cell.Key.Member member
                                ? member.code()
                                : Integer.toString(((Cell.Key.Year) key).year()))
                        .findFirst());
            }
            return keys;
        }

        private static String text(List<Optional<String>> keys) {
            return keys.stream()
                    .map(key -> key.orElse("*").replace("\\", "\\\\").replace(",", "\\,"))
                    .collect(Collectors.joining(","));
        }

        private static Usd sum(Stream<Usd> amounts) {
            return new Usd(amounts.map(Usd::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }
}
