package org.undatacube.aggregation.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.aggregation.cube.Usd;

/**
 * How much of what is published an answer is taken from. It counts whole publications of an entity and year within the
 * question's cuts of entity and year; other cuts do not make it smaller.
 *
 * @param entitiesReporting entities with anything published
 * @param entitiesCovered those of them that the answer covers in at least one year
 * @param entityYearsReporting pairs of entity and year with anything published
 * @param entityYearsCovered those of them that the answer covers
 * @param amountReported the sum of the control totals
 * @param amountCovered the sum of the totals of the breakdowns that answer
 * @param amountUnattributed reported less covered
 * @param gaps the entity-years that are not covered; null where they were not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Coverage(
        int entitiesReporting,
        int entitiesCovered,
        int entityYearsReporting,
        int entityYearsCovered,
        Usd amountReported,
        Usd amountCovered,
        Usd amountUnattributed,
        @Schema(nullable = true) List<Gap> gaps) {}
