package org.undatacube.gateway.ratelimit;

import io.github.bucket4j.Bucket;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Counts together with other gateways where that is wanted and the database answers, else in memory. */
@ApplicationScoped
class Counting {
    private static final Logger LOG = Logger.getLogger(Counting.class);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TIDYING = Duration.ofMinutes(5);

    private final LocalBuckets local;
    private final SharedBuckets shared;
    private final Vertx vertx;
    private final boolean isShared;
    private volatile Instant awayUntil = Instant.MIN;
    private long tidying;

    Counting(LocalBuckets local, SharedBuckets shared, Vertx vertx) {
        this.local = local;
        this.shared = shared;
        this.vertx = vertx;
        this.isShared = shared.areWanted();
    }

    void begin(@Observes StartupEvent start) {
        if (isShared) {
            tidying = vertx.setPeriodic(
                    BETWEEN_TIDYING.toMillis(),
                    now -> vertx.executeBlocking(
                                    () -> {
                                        shared.tidy();
                                        return true;
                                    },
                                    false)
                            .onFailure(this::away));
        }
    }

    void end(@Observes ShutdownEvent end) {
        vertx.cancelTimer(tidying);
    }

    /**
     * Takes one from what the caller has.
     *
     * @param loop where the request came in; the verdict is given there
     */
    Future<Verdict> take(Policy policy, String caller, Context loop) {
        if (!isShared || Instant.now().isBefore(awayUntil)) {
            return Future.succeededFuture(takeHere(policy, caller));
        }
        Promise<Verdict> verdict = Promise.promise();
        vertx.<Verdict>executeBlocking(() -> take(shared, policy, caller), false)
                .onFailure(this::away)
                .otherwise(away -> takeHere(policy, caller))
                .onComplete(taken -> loop.runOnContext(now -> verdict.handle(taken)));
        return verdict.future();
    }

    /** Takes one from what the caller has at this gateway alone. */
    Verdict takeHere(Policy policy, String caller) {
        return take(local, policy, caller);
    }

    /** Whether the caller has something left at this gateway. */
    boolean hasMoreHere(Policy policy, String caller) {
        return bucket(local, policy, caller).getAvailableTokens() > 0;
    }

    private static Verdict take(Buckets buckets, Policy policy, String caller) {
        return Verdict.of(policy, bucket(buckets, policy, caller).tryConsumeAndReturnRemaining(1));
    }

    private static Bucket bucket(Buckets buckets, Policy policy, String caller) {
        return buckets.of(policy.name() + " " + caller, policy::bucket);
    }

    /** Protection goes on without its database, each gateway for itself. */
    private void away(Throwable failure) {
        awayUntil = Instant.now().plus(LEFT_ALONE);
        LOG.warnf("The database of rate limits does not answer; this gateway counts alone: %s", failure.getMessage());
    }
}
