package org.undatacube.gateway.resilience;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the gateway goes about a service that does not answer. Each service has a breaker and a bulkhead of its own. */
@ConfigMapping(prefix = "datacube.gateway.resilience")
interface ResilienceConfig {
    /** How often a request is sent again that changes nothing, or of which no byte was sent. */
    @WithDefault("2")
    int retries();

    /** How long after a failure it is sent again; up to half as long more or less, so that not all come at once. */
    @WithDefault("0.1S")
    Duration retryAfter();

    /** Up to this size the body of a question (QUERY) is held, so that it can be sent again. */
    @WithDefault("64K")
    MemorySize heldBody();

    /** Requests to a service that wait for the head of its answer at a time. */
    @WithDefault("64")
    int atOnce();

    /** Requests that wait for one of these; more are refused as unavailable. */
    @WithDefault("256")
    int waiting();

    /** The breaker looks at so many of a service's last answers. */
    @WithDefault("20")
    int observed();

    /** If so many of them, as a share, did not come, the service is not asked for a while. */
    @WithDefault("0.5")
    double failureRatio();

    /** For so long; then one request tries. */
    @WithDefault("1S")
    Duration open();
}
