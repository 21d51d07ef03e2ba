package org.undatacube.aggregation.answer;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.undatacube.aggregation.Seeds;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.duckdb.DuckDbEngine;
import org.undatacube.aggregation.published.TestStore;

/** The store that ships. */
class RandomDuckDbAnswersTest extends RandomAnswers {
    static LongStream seeds() {
        return Seeds.of(40);
    }

    @Override
    protected Engine open(Path folder) {
        return DuckDbEngine.open(new TestStore(folder));
    }
}
