package org.undatacube.aggregation.preaggregate;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.codelists.Flow;

/** What is kept added up of a cube. */
public record PreAggregatesReport(
        Flow cube,

        @Schema(description = "Largest first") List<CuboidReport> cuboids,

        @Schema(description = "How many bytes the pre-aggregates of all cubes may take")
        long memoryLimit,

        @Schema(description = "How many bytes those of all cubes take, about")
        long memoryUsed,

        @Schema(description = "How many breakdowns are published in the last edition")
        int breakdownsPublished,

        @Schema(description = "How many of those are held; questions of the others go to the store")
        int breakdownsHeld,

        @Schema(description = "Whether more are being filled in from the store")
        boolean filling) {}
