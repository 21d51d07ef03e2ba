package org.undatacube.aggregation.ask;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of what was answered is kept. */
@ConfigMapping(prefix = "datacube.aggregation.answers")
public interface AnswerCacheConfig {
    /** How much memory the bodies of answers take at most; an eighth of it is taken besides to find them again. */
    @WithDefault("64M")
    MemorySize memoryLimit();
}
