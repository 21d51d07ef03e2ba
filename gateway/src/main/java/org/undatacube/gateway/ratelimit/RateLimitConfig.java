package org.undatacube.gateway.ratelimit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How often a caller may ask. Where the gateway is given a database ({@code quarkus.datasource.jdbc.url}), all gateways
 * that are given the same one count together.
 */
@ConfigMapping(prefix = "datacube.gateway.rate-limit")
interface RateLimitConfig {
    /** Requests without a key from one address in a period; with IPv6 from one network of 64 bits. */
    @WithDefault("6000")
    long anonymous();

    /** Requests with one key in a period, wherever they come from. */
    @WithDefault("12000")
    long key();

    /** Credentials from one address that are not good, in a period; each gateway counts its own. */
    @WithDefault("600")
    long refused();

    /** What was used is there again bit by bit, all of it after this time. */
    @WithDefault("1M")
    Duration period();

    /** Requests of one address that are answered at a time; each gateway counts its own. */
    @WithDefault("64")
    int atOnce();

    /** Callers that are remembered at a time by each gateway that counts in memory. */
    @WithDefault("100000")
    long callers();
}
