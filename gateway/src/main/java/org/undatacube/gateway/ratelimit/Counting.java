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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/** Counts together with other gateways where that is wanted and the database answers, else in memory. */
@ApplicationScoped
class Counting {
    private static final Logger LOG = Logger.getLogger(Counting.class);
    private static final String ALONE = "The database of rate limits does not answer; this gateway counts alone: %s";
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TIDYING = Duration.ofMinutes(5);

    private final LocalBuckets local;
    private final SharedBuckets shared;
    private final Vertx vertx;
    private final List<Long> timers = new ArrayList<>();
    private volatile boolean isTogether;

    Counting(LocalBuckets local, SharedBuckets shared, Vertx vertx) {
        this.local = local;
        this.shared = shared;
        this.vertx = vertx;
    }

    /** Whether the database is there or not, the gateway starts. */
    void begin(@Observes StartupEvent start) {
        if (shared.areWanted()) {
            try {
                open();
            } catch (FlywayException notThere) {
                LOG.warnf(ALONE, notThere.getMessage());
            }
            repeat(BETWEEN_TRIES, () -> !isTogether, this::open);
            repeat(BETWEEN_TIDYING, () -> isTogether, shared::tidy);
        }
    }

    void end(@Observes ShutdownEvent end) {
        timers.forEach(vertx::cancelTimer);
    }

    private void repeat(Duration pause, BooleanSupplier condition, Runnable work) {
        timers.add(vertx.setPeriodic(pause.toMillis(), now -> {
            if (condition.getAsBoolean()) {
                vertx.executeBlocking(Executors.callable(work), true).onFailure(this::countAlone);
            }
        }));
    }

    private void open() {
        shared.open();
        isTogether = true;
        LOG.info("This gateway counts together with all that have its database");
    }

    /** Protection goes on without its database, each gateway for itself. */
    private void countAlone(Throwable failure) {
        if (isTogether) {
            isTogether = false;
            LOG.warnf(ALONE, failure.getMessage());
        }
    }

    /**
     * Takes one from what the caller has.
     *
     * @param loop where the request came in; the verdict is given there
     */
    Future<Verdict> take(Policy policy, String caller, Context loop) {
        if (!isTogether) {
            return Future.succeededFuture(takeHere(policy, caller));
        }
        Promise<Verdict> verdict = Promise.promise();
        vertx.<Verdict>executeBlocking(() -> take(shared, policy, caller), false)
                .onFailure(this::countAlone)
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
}
