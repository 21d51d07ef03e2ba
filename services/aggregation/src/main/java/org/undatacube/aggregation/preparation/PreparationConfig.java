package org.undatacube.aggregation.preparation;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is made while nobody waits. */
@ConfigMapping(prefix = "datacube.aggregation.preparations")
public interface PreparationConfig {
    /** How many answers are made at once. */
    @WithDefault("1")
    int atOnce();

    /** How many wait for their turn; beyond that they are refused. */
    @WithDefault("32")
    int waiting();

    /** After what time one is given up. */
    @WithDefault("30M")
    Duration timeLimit();

    /** How long an answer can be fetched. */
    @WithDefault("1H")
    Duration keptFor();

    /** How much room on disk all answers take at most. */
    @WithDefault("8G")
    MemorySize diskLimit();
}
