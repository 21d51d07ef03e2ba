package org.undatacube.aggregation.following;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.undatacube.aggregation.cube.MemberHistory;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.Snapshot;

/**
 * Ready once the code lists were read and the store has taken in all that the feed had. Where the feed does not answer,
 * a store that is there already is ready too: what is in it can be asked.
 */
@Readiness
@ApplicationScoped
class CubeReadiness implements HealthCheck {
    private final Engine engine;
    private final MemberHistory members;
    private final FeedFollower follower;
    private final Clock clock;

    CubeReadiness(Engine engine, MemberHistory members, FeedFollower follower, Clock clock) {
        this.members = members;
        this.engine = engine;
        this.follower = follower;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        return engine.read(this::check);
    }

    private HealthCheckResponse check(Snapshot snapshot) {
        FeedFollower.Progress progress = follower.progress();
        long edition = snapshot.catalogue().current().number();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("cube")
                .status(members.current().isPresent()
                        && (progress.pulledAt().isPresent()
                                || (edition > 0 && progress.failure().isPresent())))
                .withData("edition", edition)
                .withData("codeLists", members.current().isPresent());
        progress.pulledAt()
                .ifPresent(pulledAt ->
                        response.withData("pulledAt", pulledAt.toString()).withData("lagSeconds", lag(pulledAt)));
        progress.failure().ifPresent(failure -> response.withData("failure", failure));
        return response.build();
    }

    private long lag(Instant pulledAt) {
        return Duration.between(pulledAt, clock.instant()).toSeconds();
    }
}
