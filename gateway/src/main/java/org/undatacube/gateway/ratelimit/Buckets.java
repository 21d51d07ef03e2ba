package org.undatacube.gateway.ratelimit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import java.util.function.Supplier;

/** Where it is counted what callers used. */
interface Buckets {
    /**
     * @param caller whatever names it
     * @param configuration of a caller who is not known yet
     */
    Bucket of(String caller, Supplier<BucketConfiguration> configuration);
}
