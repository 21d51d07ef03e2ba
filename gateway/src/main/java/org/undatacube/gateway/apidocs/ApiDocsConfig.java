package org.undatacube.gateway.apidocs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How fresh the merged OpenAPI document is. */
@ConfigMapping(prefix = "datacube.gateway.api-docs")
interface ApiDocsConfig {
    /** How often the services are asked for their documents. */
    @WithDefault("15S")
    Duration refresh();

    /** How often a service is asked that has not given its document yet. */
    @WithDefault("1S")
    Duration retry();
}
