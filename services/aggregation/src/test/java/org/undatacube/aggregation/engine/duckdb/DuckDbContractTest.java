package org.undatacube.aggregation.engine.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.undatacube.aggregation.engine.AddsUp;
import org.undatacube.aggregation.engine.AgreesWithTheOracle;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.FiltersLines;
import org.undatacube.aggregation.engine.GroupsAndCounts;
import org.undatacube.aggregation.published.TestStore;

/** DuckDB does what every engine does. */
class DuckDbContractTest {
    @TempDir
    Path folder;

    private Engine open() throws IOException {
        return DuckDbEngine.open(new TestStore(Files.createTempDirectory(folder, "store")));
    }

    @Nested
    class Adding extends AddsUp {
        @Override
        protected Engine empty() throws IOException {
            return open();
        }
    }

    @Nested
    class Filtering extends FiltersLines {
        @Override
        protected Engine empty() throws IOException {
            return open();
        }
    }

    @Nested
    class Grouping extends GroupsAndCounts {
        @Override
        protected Engine empty() throws IOException {
            return open();
        }
    }

    @Nested
    class RandomCubes extends AgreesWithTheOracle {
        @Override
        protected Engine empty() throws IOException {
            return open();
        }
    }
}
