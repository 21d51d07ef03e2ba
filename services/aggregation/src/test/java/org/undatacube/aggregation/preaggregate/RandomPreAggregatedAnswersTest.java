package org.undatacube.aggregation.preaggregate;

import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.LongStream;
import org.undatacube.aggregation.Seeds;
import org.undatacube.aggregation.answer.RandomAnswers;
import org.undatacube.aggregation.engine.CellLimit;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.duckdb.DuckDbEngine;
import org.undatacube.aggregation.published.TestStore;

/** The engine that ships, with what is held of it in memory. */
class RandomPreAggregatedAnswersTest extends RandomAnswers {
    static LongStream seeds() {
        return Seeds.of(100);
    }

    @Override
    protected Engine open(Path folder) {
        TestStore store = new TestStore(folder);
        return new PreAggregatedEngine(
                DuckDbEngine.open(store),
                new PreAggregates(1 << 24, Clock.systemUTC()),
                CellLimit.of(store),
                Runnable::run);
    }
}
