package org.undatacube.gateway.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.local.LocalBucketBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** In this gateway's memory. */
@ApplicationScoped
class LocalBuckets implements Buckets {
    private final Cache<String, Bucket> buckets;

    LocalBuckets(RateLimitConfig config) {
        this.buckets = Caffeine.newBuilder()
                // by then all of it is there again, and one who is forgotten begins with as much
                .expireAfterAccess(config.period())
                .maximumSize(config.callers())
                .build();
    }

    @Override
    public Bucket of(String caller, Supplier<BucketConfiguration> configuration) {
        return buckets.get(caller, unknown -> {
            LocalBucketBuilder builder = Bucket.builder().withNanosecondPrecision();
            for (var limit : configuration.get().getBandwidths()) {
                builder.addLimit(limit);
            }
            return builder.build();
        });
    }
}
