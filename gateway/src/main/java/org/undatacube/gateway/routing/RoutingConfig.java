package org.undatacube.gateway.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Which service answers which paths, and how long the gateway waits for it. */
@ConfigMapping(prefix = "datacube.gateway.routing")
interface RoutingConfig {
    /** By name; the name is also the middle of the addresses of the service's problems. */
    Map<String, Target> services();

    /** How long a connection may take to be made. */
    @WithDefault("2S")
    Duration connectTimeout();

    /** How long a service may be silent once it has the whole request. */
    @WithDefault("2M")
    Duration answerTimeout();

    /** Connections to each service, with those on which large answers are on their way; more requests wait for one. */
    @WithDefault("128")
    int connections();

    /** Requests that may wait for a connection; more are refused as unavailable. */
    @WithDefault("256")
    int waiting();

    interface Target {
        /** Scheme, host and port. */
        URI url();

        /** Paths under {@code /} that the service answers, each with everything below it. */
        List<String> paths();
    }
}
