package org.undatacube.aggregation.following;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.engine.Engine;

/** How far the cubes are behind what was published. */
@ApplicationScoped
class FollowingMeters {
    void register(@Observes StartupEvent started, MeterRegistry registry, Engine engine, FeedFollower follower) {
        Gauge.builder(
                        "datacube.feed.lag",
                        follower,
                        following -> following.lag().toMillis() / 1_000.0)
                .baseUnit("seconds")
                .description("For how long it is not known that the cubes have all that was published")
                .register(registry);
        Gauge.builder("datacube.edition", engine, of -> current(of).number())
                .description("The edition that the cubes answer from")
                .register(registry);
        Gauge.builder("datacube.edition.published.timestamp", engine, of -> publishedAt(current(of)))
                .baseUnit("seconds")
                .description("When that edition was published, since 1970")
                .register(registry);
    }

    private static double publishedAt(Edition edition) {
        return edition.publishedAt() == null
                ? Double.NaN
                : edition.publishedAt().getEpochSecond();
    }

    private static Edition current(Engine engine) {
        return engine.read(snapshot -> snapshot.catalogue().current());
    }
}
