package org.undatacube.contributions.publication;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.LineStream;

/** For the aggregation only: the gateway does not route it, and it tells nothing that is not published. */
@Path("/feed")
public class FeedResource {
    private static final int MOST_EDITIONS = 1_000;

    private final ChangeFeed feed;

    FeedResource(ChangeFeed feed) {
        this.feed = feed;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public List<EditionChange> changes(
            @QueryParam("after") @DefaultValue("0") String after,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        return feed.after(
                Numbers.of("after", after, 0, Long.MAX_VALUE), (int) Numbers.of("limit", limit, 1, MOST_EDITIONS));
    }

    @GET
    @Path("/editions/{edition}/lines")
    @PermitAll
    @Produces(LineStream.MEDIA_TYPE)
    @Operation(hidden = true)
    public StreamingOutput lines(@PathParam("edition") String edition) {
        List<Long> breakdowns = feed.newBreakdowns(Numbers.of("edition", edition, 1, Long.MAX_VALUE));
        return out -> feed.writeLines(breakdowns, out);
    }
}
