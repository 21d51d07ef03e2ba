package org.undatacube.aggregation.engine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;

/** Where the store is and what it may use. */
@ConfigMapping(prefix = "datacube.aggregation")
public interface EngineConfig {
    /** The folder of the store. What is in it can be deleted: it is rebuilt from the change feed. */
    @WithDefault(".data/aggregation")
    Path store();

    /** How much memory the engine uses at most, besides the Java heap; and as much again on disk where it is short of it. */
    @WithDefault("512MB")
    String memoryLimit();

    /** On how many processors a question runs at most. */
    @WithDefault("2")
    int threads();

    /** After what time a question is given up. */
    @WithDefault("30s")
    Duration timeLimit();

    /**
     * How many cells the questions that are being answered may put lines together into, all together and before any is
     * left out. Where it is not set as many as fit into a quarter of the heap at 400 bytes each.
     */
    OptionalInt mostCells();
}
