package org.undatacube.gateway.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the gateway remembers what the registry said of a key. */
@ConfigMapping(prefix = "datacube.gateway.identity")
interface IdentityConfig {
    /** How long a token is used again: a revoked key works at most this long and the token's own life. */
    @WithDefault("30S")
    Duration remembered();

    /** Keys remembered at a time. */
    @WithDefault("10000")
    int keys();
}
