package org.undatacube.aggregation.engine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.OptionalInt;

/** How many questions are answered at once. */
@ConfigMapping(prefix = "datacube.aggregation.questions")
public interface AdmissionConfig {
    /** Twice the number of processors where it is not set. */
    OptionalInt atOnce();

    /** How long a question waits for its turn before it is refused. */
    @WithName("wait")
    @WithDefault("5s")
    Duration longestWait();
}
