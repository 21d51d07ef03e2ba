package org.undatacube.aggregation.following;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the change feed is and how often it is pulled. */
@ConfigMapping(prefix = "datacube.contributions")
public interface FollowingConfig {
    /** The root of the contributions service. */
    @WithDefault("http://localhost:8082")
    URI url();

    /** How long after an answer the feed is asked again for a further edition. */
    @WithDefault("200ms")
    Duration pollEvery();

    /** How often the last edition is compared with the feed's although there is no further one. */
    @WithDefault("30s")
    Duration compareEvery();

    /** How long the feed may send nothing before it counts as gone. */
    @WithDefault("30s")
    Duration patience();
}
