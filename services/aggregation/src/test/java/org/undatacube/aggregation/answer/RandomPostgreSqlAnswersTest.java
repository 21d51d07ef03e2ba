package org.undatacube.aggregation.answer;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.undatacube.aggregation.Seeds;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.postgresql.PostgreSqlEngine;

/** The same in PostgreSQL's SQL. */
class RandomPostgreSqlAnswersTest extends RandomAnswers {
    static LongStream seeds() {
        return Seeds.of(40);
    }

    @Override
    protected Engine open(Path folder) {
        return PostgreSqlEngine.create();
    }
}
