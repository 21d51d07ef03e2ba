package org.undatacube.contributions.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long answers are remembered. */
@ConfigMapping(prefix = "datacube.idempotency")
public interface IdempotencyConfig {
    /** After that a key can be used anew. */
    @WithDefault("7D")
    Duration keptFor();
}
