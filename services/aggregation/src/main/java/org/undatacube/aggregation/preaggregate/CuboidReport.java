package org.undatacube.aggregation.preaggregate;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.codelists.Dimension;

/**
 * One cuboid.
 *
 * @param merged whether lines of equal codes are one row
 * @param bytes of memory, about
 * @param hits how many questions were answered from it, wholly or for some breakdowns
 * @param since when it was first held
 */
public record CuboidReport(
        @Schema(description = "Whose codes its rows have, besides their year", examples = "[\"entity\",\"location\"]")
        List<Dimension> dimensions,

        @Schema(description = "Whether lines of equal codes are one row; else every line is a row of its own")
        boolean merged,

        long rows,

        @Schema(description = "Of memory, about") long bytes,

        @Schema(description = "How many breakdowns it holds")
        int breakdowns,

        @Schema(description = "How many questions were answered from it, wholly or in part, since the service started")
        long hits,

        @Schema(description = "When it was first held") Instant since) {}
