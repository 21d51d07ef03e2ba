package org.undatacube.gateway.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What pages of other origins may do (CORS). */
@ConfigMapping(prefix = "datacube.gateway.cross-origin")
interface CrossOriginConfig {
    /** Origins whose pages may read what is public; {@code *} for any. */
    @WithDefault("*")
    List<String> readers();

    /** Origins whose pages may also send keys and write. */
    Optional<List<String>> writers();

    /** How long a browser may remember the permission. */
    @WithDefault("1H")
    Duration maxAge();
}
