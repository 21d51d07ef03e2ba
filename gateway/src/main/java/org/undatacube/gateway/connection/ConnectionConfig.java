package org.undatacube.gateway.connection;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Bounds of connections, beside those of the server ({@code quarkus.http.limits}). */
@ConfigMapping(prefix = "datacube.gateway.connections")
public interface ConnectionConfig {
    /**
     * Proxies in front of the gateway, as addresses or networks (10.0.0.0/8): what they say of where a request comes from
     * is believed. Of all others it is not.
     */
    Optional<List<String>> trustedProxies();

    /** How long the head of a request may take, from when the connection was made or its last answer ended. */
    @WithDefault("60S")
    Duration headTimeout();

    /** How long the gateway waits for a body in all, before its size counts. */
    @WithDefault("30S")
    Duration bodyPatience();

    /** Each so many bytes of a body give it a second more. */
    @WithDefault("1K")
    MemorySize bodyRate();
}
