package org.undatacube.aggregation.status;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.undatacube.aggregation.ask.QuestionCounts;
import org.undatacube.aggregation.coverage.Edition;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.following.FeedFollower;

/** For the gateway, which makes a page of it. Like all that is not under {@code /api} it is not passed on. */
@Path("/status")
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {
    private final Engine engine;
    private final FeedFollower follower;
    private final QuestionCounts counts;

    StatusResource(Engine engine, FeedFollower follower, QuestionCounts counts) {
        this.engine = engine;
        this.follower = follower;
        this.counts = counts;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public CubeStatus get() {
        Edition edition = engine.read(snapshot -> snapshot.catalogue().current());
        return new CubeStatus(
                edition.number(),
                edition.publishedAt(),
                follower.progress().pulledAt().orElse(null),
                follower.lag().toSeconds(),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                counts.byRoute());
    }
}
