package org.undatacube.gateway.ratelimit;

import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/**
 * So many requests in a time.
 *
 * @param name as the headers name it
 */
record Policy(String name, long quota, Duration period) {
    /** Of a caller who has not asked yet; what is used comes back bit by bit. */
    BucketConfiguration bucket() {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, period))
                .build();
    }

    /** As {@code RateLimit-Policy} says it (draft-ietf-httpapi-ratelimit-headers). */
    String header() {
        return "\"" + name + "\";q=" + quota + ";w=" + period.toSeconds();
    }
}
