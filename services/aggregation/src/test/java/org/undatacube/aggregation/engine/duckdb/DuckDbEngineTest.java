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
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.cube.Structure;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.Axis;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.Filter;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Tally;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.SampleLists;
import org.undatacube.aggregation.published.TestStore;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.codelists.Dimension;
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
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void refusesToPutLinesTogetherIntoTooManyCells() throws IOException {
        int most = new TestStore(folder).mostCells().getAsInt();
        // codes that no list has are cells of their own
        String[] lines = IntStream.range(0, most + 1)
                .mapToObj(number -> "location=L" + number + " 1")
                .toArray(String[]::new);
        takeIn(history.publication(Flow.EXPENSE, "UNDP", 2024, breakdown("location", lines)));
        Axis country = new Axis.Projected(SampleLists.members().byLevel(Dimension.LOCATION, "country", Structure.THEN));

        Problem problem = assertThrows(Problem.class, () -> tally(List.of(country), List.of()));

        assertEquals(AggregationProblem.TOO_MANY_CELLS, problem.type());
        Filter allButOne = new Filter.Except(List.of(country), Set.of(List.of("L7")));
        assertEquals(most, tally(List.of(country), List.of(allButOne)).size());
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
        assertEquals("3.00", total());
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

        assertEquals("1.00", total());
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

    private String total() {
        return new Usd(tally(List.of(), List.of()).get(0).amount()).toString();
    }

    private List<Tally> tally(List<Axis> axes, List<Filter> filters) {
        Aggregation aggregation = new Aggregation(Flow.EXPENSE, List.of(1L), axes, filters, false, List.of());
        return engine.read(snapshot -> snapshot.tally(aggregation, new Patience(Duration.ofSeconds(30))));
    }
}
