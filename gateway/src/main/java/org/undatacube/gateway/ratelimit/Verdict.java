package org.undatacube.gateway.ratelimit;

import io.github.bucket4j.ConsumptionProbe;
import java.util.concurrent.TimeUnit;
import org.undatacube.gateway.problem.GatewayProblem;
import org.undatacube.http.Problem;

/**
 * Whether a request is let through.
 *
 * @param left requests that could follow at once
 * @param retryAfter seconds until one is let through again; 0 where this one was
 * @param reset seconds until the whole quota is there again
 */
record Verdict(Policy policy, boolean isAdmitted, long left, long retryAfter, long reset) {
    static Verdict of(Policy policy, ConsumptionProbe probe) {
        return new Verdict(
                policy,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForRefill()),
                seconds(probe.getNanosToWaitForReset()));
    }

    private static long seconds(long nanos) {
        return (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
    }

    /** As {@code RateLimit} says it. */
    String header() {
        return "\"" + policy.name() + "\";r=" + left + ";t=" + reset;
    }

    Problem refusal() {
        return new Problem(
                        GatewayProblem.TOO_MANY_REQUESTS,
                        "More than " + policy.quota() + " requests in "
                                + policy.period().toSeconds() + " seconds; go on in " + retryAfter + ".")
                .with("policy", policy.name())
                .with("limit", policy.quota())
                .with("retryAfter", (int) retryAfter);
    }
}
