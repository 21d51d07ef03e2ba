package org.undatacube.aggregation.engine.postgresql;

import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.EngineContract;

/** What DuckDB is asked in SQL has the meaning that PostgreSQL gives it too. */
class PostgreSqlEngineTest extends EngineContract {
    @Override
    protected Engine empty() {
        return PostgreSqlEngine.create();
    }
}
