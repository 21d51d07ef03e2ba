package org.undatacube.aggregation.preaggregate;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What is kept added up in memory. */
@ConfigMapping(prefix = "datacube.aggregation.preaggregates")
public interface PreAggregatesConfig {
    /**
     * How much of the Java heap the pre-aggregates take at most, as 512M or 2G; two fifths of it where this is not set. With
     * 0 there are none.
     */
    Optional<MemorySize> memoryLimit();
}
