package org.undatacube.gateway.cache;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * When a question was sent.
 *
 * @param nanos of a clock that only goes forward
 */
record Moment(Instant time, long nanos) {
    static Moment now() {
        return new Moment(Instant.now(), System.nanoTime());
    }

    boolean isBefore(Moment other) {
        return nanos - other.nanos < 0;
    }

    long secondsUntilNow() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - nanos);
    }
}
