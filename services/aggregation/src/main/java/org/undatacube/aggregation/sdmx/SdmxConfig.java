package org.undatacube.aggregation.sdmx;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How SDMX data are put together. */
@ConfigMapping(prefix = "datacube.aggregation.sdmx")
public interface SdmxConfig {
    /**
     * How many observations of a question are held at once. A question that has more is asked again for the next ones, so
     * that less memory costs more time.
     */
    @WithDefault("100000")
    int observationsAtOnce();
}
