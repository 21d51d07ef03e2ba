package org.undatacube.aggregation.published;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.undatacube.aggregation.engine.EngineConfig;

/** A small store in a folder of the test. */
public record TestStore(Path store, String memoryLimit) implements EngineConfig {
    public TestStore(Path store) {
        this(store, "256MB");
    }

    @Override
    public int threads() {
        return 1;
    }

    @Override
    public Duration timeLimit() {
        return Duration.ofSeconds(30);
    }

    @Override
    public OptionalInt mostCells() {
        return OptionalInt.of(100_000);
    }
}
