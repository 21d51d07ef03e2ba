package org.undatacube.contributions.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long reports on what was not stored can be read. */
@ConfigMapping(prefix = "datacube.validation-reports")
interface ReportConfig {
    /** After that they are forgotten. */
    @WithDefault("7D")
    Duration keptFor();
}
