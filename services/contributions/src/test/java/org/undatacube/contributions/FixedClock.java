package org.undatacube.contributions;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** It is the middle of 2025, whenever the tests run. */
@ApplicationScoped
class FixedClock {
    static final Instant NOW = Instant.parse("2025-06-30T12:00:00Z");

    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
