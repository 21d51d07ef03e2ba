package org.undatacube.gateway.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the gateway remembers what the registry said of a key, or of a token of OpenID Connect. */
@ConfigMapping(prefix = "datacube.gateway.identity")
interface IdentityConfig {
    /** How long the registry's token is used again: at each gateway a revoked key works at most this long. */
    @WithDefault("2S")
    Duration remembered();

    /** Keys and tokens remembered at a time. */
    @WithDefault("10000")
    int keys();
}
