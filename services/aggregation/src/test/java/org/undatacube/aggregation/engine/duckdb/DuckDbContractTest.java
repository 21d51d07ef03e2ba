package org.undatacube.aggregation.engine.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.EngineContract;
import org.undatacube.aggregation.published.TestStore;

class DuckDbContractTest extends EngineContract {
    @TempDir
    Path folder;

    @Override
    protected Engine empty() throws IOException {
        return DuckDbEngine.open(new TestStore(Files.createTempDirectory(folder, "store")));
    }
}
