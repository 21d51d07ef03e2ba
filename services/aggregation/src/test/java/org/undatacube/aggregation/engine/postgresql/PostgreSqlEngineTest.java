package org.undatacube.aggregation.engine.postgresql;

import org.junit.jupiter.api.Nested;
import org.undatacube.aggregation.engine.AddsUp;
import org.undatacube.aggregation.engine.AgreesWithTheOracle;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.FiltersLines;
import org.undatacube.aggregation.engine.GroupsAndCounts;

/** What DuckDB is asked in SQL has the meaning that PostgreSQL gives it too. */
class PostgreSqlEngineTest {
    @Nested
    class Adding extends AddsUp {
        @Override
        protected Engine empty() {
            return PostgreSqlEngine.create();
        }
    }

    @Nested
    class Filtering extends FiltersLines {
        @Override
        protected Engine empty() {
            return PostgreSqlEngine.create();
        }
    }

    @Nested
    class Grouping extends GroupsAndCounts {
        @Override
        protected Engine empty() {
            return PostgreSqlEngine.create();
        }
    }

    @Nested
    class RandomCubes extends AgreesWithTheOracle {
        @Override
        protected Engine empty() {
            return PostgreSqlEngine.create();
        }
    }
}
