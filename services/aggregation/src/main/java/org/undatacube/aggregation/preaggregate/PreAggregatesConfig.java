package org.undatacube.aggregation.preaggregate;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is kept added up in memory. */
@ConfigMapping(prefix = "datacube.aggregation.preaggregates")
public interface PreAggregatesConfig {
    /** How much of the Java heap the pre-aggregates take at most, as 512M or 2G; with 0 there are none. */
    @WithDefault("512M")
    MemorySize memoryLimit();
}
