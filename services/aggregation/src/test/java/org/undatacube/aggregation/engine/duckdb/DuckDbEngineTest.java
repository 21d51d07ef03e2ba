package org.undatacube.aggregation.engine.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.undatacube.aggregation.published.Published.breakdown;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.engine.Cells;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.aggregation.published.TestStore;
import org.undatacube.aggregation.query.Parameters;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.QuestionReader;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Problem;

class DuckDbEngineTest {
    @TempDir
    Path folder;

    private final Published history = new Published();
    private Engine engine;

    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(new TestStore(folder));
        engine.use(SampleLists.members());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void refusesMoreCellsThanAreGivenAtOnceButPagesThroughThem() throws IOException {
        // codes that no list has are cells of their own
        String[] lines = IntStream.range(0, QuestionReader.MOST_CELLS + 1)
                .mapToObj(number -> "location=L" + number + " 1")
                .toArray(String[]::new);
        takeIn(history.publication(Flow.EXPENSE, "UNDP", 2024, breakdown("location", lines)));

        Problem problem = assertThrows(Problem.class, () -> answer(Map.of("drilldown", List.of("location.country"))));
        assertEquals(AggregationProblem.TOO_MANY_CELLS, problem.type());
        Cells page = answer(
                Map.of("drilldown", List.of("location.country"), "limit", List.of("10"), "offset", List.of("100000")));
        assertEquals(1, page.cells().size());
        assertEquals(QuestionReader.MOST_CELLS + 1, page.cellCount());
    }

    @Test
    void refusesAnEditionWhoseLinesAreNotThoseItAnnounces() throws IOException {
        Publication announced =
                history.publication(Flow.EXPENSE, "UNDP", 2024, breakdown("sdg", "sdg=5 1.00", "sdg=1 2.00"));
        PublishedBreakdown right = announced.breakdowns().get(0);
        PublishedBreakdown wrong = new PublishedBreakdown(
                right.breakdown(), right.dimensions(), right.lines(), new BigDecimal("3.01"), false);
        history.publish(announced);
        EditionChange change = new EditionChange(
                1,
                history.changes().get(0).publishedAt(),
                List.of(new Publication(
                        announced.submission(), "UNDP", 2024, Flow.EXPENSE, BigDecimal.ONE, List.of(wrong))));

        assertThrows(
                IOException.class,
                () -> engine.intake().takeIn(change, lines -> history.lines(1).forEach(lines)));

        assertEquals(0, engine.intake().catalogue().current().number());
        engine.intake()
                .takeIn(history.changes().get(0), lines -> history.lines(1).forEach(lines));
        assertEquals("3.00", answer(Map.of()).total().amount().toString());
    }

    @Test
    void takesNoEditionTwice() throws IOException {
        takeIn(history.publication(Flow.EXPENSE, "UNDP", 2024, breakdown("sdg", "sdg=5 1.00")));

        assertThrows(
                IllegalArgumentException.class,
                () -> engine.intake()
                        .takeIn(
                                history.changes().get(0),
                                lines -> history.lines(1).forEach(lines)));

        assertEquals("1.00", answer(Map.of()).total().amount().toString());
    }

    @Test
    void letsNobodyReachFilesOrUnlockTheSettings() throws SQLException {
        engine.close();
        try (Database database = Database.open(new TestStore(folder));
                Statement reading = database.connect().createStatement();
                Statement setting = database.connect().createStatement()) {
            SQLException noFile = assertThrows(
                    SQLException.class, () -> reading.executeQuery("select * from read_csv('/etc/hostname')"));
            assertTrue(noFile.getMessage().contains("disabled by configuration"), noFile.getMessage());
            SQLException noSetting =
                    assertThrows(SQLException.class, () -> setting.execute("set enable_external_access = true"));
            assertTrue(noSetting.getMessage().contains("locked"), noSetting.getMessage());
        }
        open();
    }

    private void takeIn(Publication publication) throws IOException {
        long edition = history.publish(publication);
        engine.intake()
                .takeIn(
                        history.changes().get((int) edition - 1),
                        lines -> history.lines(edition).forEach(lines));
    }

    private Cells answer(Map<String, List<String>> parameters) {
        return engine.read(snapshot -> {
            Question question = new QuestionReader(
                            Flow.EXPENSE, snapshot.members().orElseThrow())
                    .read(new Parameters(parameters, QuestionReader.PARAMETERS));
            return snapshot.answer(question, List.of(1L));
        });
    }
}
