package org.undatacube.acceptance.suite;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Waits for conditions, never for a time. */
public final class Await {
    private static final Duration DEADLINE = Duration.ofMinutes(4);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private Await() {}

    /** @param what the condition in words, for the failure */
    public static void until(String what, Callable<Boolean> condition) {
        until(what, condition, () -> false);
    }

    /** @param hopeless when the condition can no longer come true */
    static void until(String what, Callable<Boolean> condition, Callable<Boolean> hopeless) {
        Awaitility.await(what)
                .atMost(DEADLINE)
                .pollInterval(BETWEEN_LOOKS)
                .pollDelay(Duration.ZERO)
                .failFast(what + " can no longer be", hopeless)
                .ignoreExceptions()
                .until(condition);
    }
}
