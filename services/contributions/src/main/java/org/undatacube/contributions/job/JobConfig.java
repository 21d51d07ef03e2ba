package org.undatacube.contributions.job;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much work goes on after its request was answered. */
@ConfigMapping(prefix = "datacube.jobs")
public interface JobConfig {
    /** Jobs at work at a time. */
    @WithDefault("2")
    int atOnce();

    /** Jobs that wait for their turn, each with its body in a temporary file; beyond that they are refused. */
    @WithDefault("16")
    int waiting();

    /** Bodies of this many bytes become jobs by themselves, unless the client prefers to wait. */
    @WithDefault("32M")
    MemorySize fromSize();

    /** A job without a sign of life for so long is taken for lost. */
    @WithDefault("30S")
    Duration lostAfter();

    /** How long its result can be read. */
    @WithDefault("7D")
    Duration keptFor();
}
