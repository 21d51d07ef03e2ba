package org.undatacube.aggregation.engine.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.undatacube.aggregation.published.Published.breakdown;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.Intake;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Rebuild;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.published.Published;
import org.undatacube.aggregation.published.TestStore;
import org.undatacube.codelists.Flow;

/** A cube that was built anew takes the place of the old one, whoever still reads from that. */
@Timeout(60)
class ReplacedCubeTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    Path folder;

    private Engine engine;

    @BeforeEach
    void open() throws IOException {
        engine = DuckDbEngine.open(new TestStore(folder));
        takeIn(engine.intake(), 1);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        engine.close();
    }

    @Test
    void isThereThoughTheOldOneCannotBeDropped() throws IOException, SQLException {
        try (Database other = Database.open(new TestStore(folder));
                Statement obstacle = other.connect().createStatement()) {
            obstacle.execute("begin transaction");
            obstacle.execute("drop schema cube_1 cascade");

            replace(2);

            obstacle.execute("rollback");
        }
        assertEquals(2, engine.read(ReplacedCubeTest::lines));
        engine.close();
        engine = DuckDbEngine.open(new TestStore(folder));
        assertEquals(2, engine.read(ReplacedCubeTest::lines));
        assertEquals(List.of("cube_2"), schemas());
    }

    @Test
    void makesNobodyWaitForThoseWhoReadTheOldOne() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch replaced = new CountDownLatch(1);
        Future<Long> old = threads.submit(() -> engine.read(snapshot -> {
            reading.countDown();
            await(replaced);
            return lines(snapshot);
        }));
        reading.await();

        threads.submit(() -> {
                    replace(2);
                    return null;
                })
                .get(20, TimeUnit.SECONDS);

        assertEquals(2, engine.read(ReplacedCubeTest::lines));
        assertEquals(List.of("cube_1", "cube_2"), schemas());
        replaced.countDown();
        assertEquals(1, old.get());
        assertEquals(List.of("cube_2"), schemas());
    }

    private void replace(int lines) throws IOException {
        try (Rebuild rebuild = engine.rebuild()) {
            takeIn(rebuild, lines);
            rebuild.finish();
        }
    }

    private static void takeIn(Intake intake, int lines) throws IOException {
        Published history = new Published();
        String[] texts = new String[lines];
        Arrays.fill(texts, "sdg=5 1.00");
        history.publish(history.publication(Flow.EXPENSE, "UNDP", 2024, breakdown("sdg", texts)));
        intake.takeIn(history.changes().get(0), line -> history.lines(1).forEach(line));
    }

    private static long lines(Snapshot snapshot) {
        Aggregation total = new Aggregation(Flow.EXPENSE, List.of(1L), List.of(), List.of(), false, List.of());
        return snapshot.tally(total, new Patience(Duration.ofSeconds(30)))
                .get(0)
                .lines();
    }

    private List<String> schemas() throws SQLException {
        List<String> schemas = new ArrayList<>();
        try (Database same = Database.open(new TestStore(folder));
                Statement statement = same.connect().createStatement();
                ResultSet rows = statement.executeQuery("select distinct schema_name from information_schema.schemata"
                        + " where schema_name like 'cube%' order by 1")) {
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
        }
        return schemas;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
