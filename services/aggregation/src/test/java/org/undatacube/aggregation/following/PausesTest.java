package org.undatacube.aggregation.following;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.duckdb.DuckDbEngine;
import org.undatacube.aggregation.published.SampleHistory;
import org.undatacube.aggregation.published.TestStore;
import org.undatacube.aggregation.published.Upstream;
import org.undatacube.http.correlation.NamedWork;

/** An edition that cannot be taken in is asked for less and less often. */
class PausesTest {
    @TempDir
    Path folder;

    @Test
    void doubleWhileAnEditionCannotBeTakenInAndAreAsEverOnceItCan() {
        try (Upstream upstream = new Upstream();
                Engine engine = DuckDbEngine.open(new TestStore(folder))) {
            Feed feed = new Feed(
                    upstream.address(),
                    Duration.ofSeconds(10),
                    JsonMapper.builder().addModule(new JavaTimeModule()).build());
            FeedFollower follower = new FeedFollower(
                    engine,
                    feed,
                    Duration.ofSeconds(-1),
                    Clock.systemUTC(),
                    new NamedWork(OpenTelemetry.noop().getTracer("test")));
            Pauses pauses = new Pauses(Duration.ofMillis(200), Duration.ofSeconds(3));
            upstream.serve(SampleHistory.create());
            upstream.cutLines(true);

            List<Long> failing = new ArrayList<>();
            for (int poll = 0; poll < 5; poll++) {
                failing.add(follower.poll(pauses).toMillis());
            }
            upstream.cutLines(false);

            assertEquals(List.of(400L, 800L, 1_600L, 3_000L, 3_000L), failing);
            assertEquals(Duration.ofMillis(200), follower.poll(pauses));
            upstream.takeFeedDown(true);
            assertEquals(Duration.ofMillis(400), follower.poll(pauses));
        }
    }
}
