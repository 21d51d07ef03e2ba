package org.undatacube.gateway.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the gateway keeps of answers. */
@ConfigMapping(prefix = "datacube.gateway.cache")
interface CacheConfig {
    /** Memory for kept answers with their headers and addresses; 0 keeps none. */
    @WithDefault("32M")
    MemorySize memoryLimit();

    /** Larger bodies are not kept. */
    @WithDefault("256K")
    MemorySize largest();
}
