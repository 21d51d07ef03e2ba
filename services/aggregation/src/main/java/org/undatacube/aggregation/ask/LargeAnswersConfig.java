package org.undatacube.aggregation.ask;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How answers are given that are too large to be kept in memory. */
@ConfigMapping(prefix = "datacube.aggregation.streams")
public interface LargeAnswersConfig {
    /** How many are sent at once while they are added up. */
    @WithDefault("4")
    int atOnce();

    /** After what time one is broken off, however slowly its reader takes it. */
    @WithDefault("30M")
    Duration timeLimit();
}
