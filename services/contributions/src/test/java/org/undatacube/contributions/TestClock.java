package org.undatacube.contributions;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * It is the middle of 2025, whenever the tests run, and a microsecond later at each look: nothing is made at the same time
 * as something else, so that lists which are ordered by time have one order.
 */
@ApplicationScoped
class TestClock {
    static final Instant BEGIN = Instant.parse("2025-06-30T12:00:00Z");
    /** How every moment of the tests begins. */
    static final String MINUTE = "2025-06-30T12:00:";

    private final Ticking clock = new Ticking();

    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    Clock clock() {
        return clock;
    }

    /** From now on it is this moment, until it goes on. */
    Instant standStill() {
        Instant now = clock.instant();
        clock.standing = now;
        return now;
    }

    void goOn() {
        clock.standing = null;
    }

    private static final class Ticking extends Clock {
        private final AtomicLong looks = new AtomicLong();
        private volatile Instant standing;

        @Override
        public Instant instant() {
            Instant still = standing;
            return still != null ? still : BEGIN.plus(looks.incrementAndGet(), ChronoUnit.MICROS);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }
    }
}
