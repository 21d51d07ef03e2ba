package org.undatacube.aggregation.coverage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** How breakdowns are chosen. */
@ConfigMapping(prefix = "datacube.aggregation.coverage")
public interface CoverageConfig {
    /** By how many dollars a breakdown may differ from the control total and still tie to it. */
    @WithDefault("1")
    BigDecimal tolerance();
}
