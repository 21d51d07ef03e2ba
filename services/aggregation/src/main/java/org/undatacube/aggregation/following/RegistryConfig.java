package org.undatacube.aggregation.following;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the code lists are and how often they are read. */
@ConfigMapping(prefix = "datacube.registry")
public interface RegistryConfig {
    /** The root of the registry. */
    @WithDefault("http://localhost:8081")
    URI url();

    /** How often it is looked whether a list is due to be read again. */
    @WithDefault("1s")
    Duration pollEvery();

    /** How long a list or hierarchy is used before the registry is asked whether it changed. */
    @WithDefault("2s")
    Duration keptFor();
}
