package org.undatacube.contributions.window;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What entities are told about reporting windows. */
@ConfigMapping(prefix = "datacube.reporting-windows")
interface WindowConfig {
    /** Whom to ask for an extension, in a sentence that begins with "Ask". */
    @WithDefault("the secretariat")
    String contact();
}
