package org.undatacube.changefeed;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;

/**
 * What one edition changed.
 *
 * @param edition its number, from 1 without gaps
 */
public record EditionChange(long edition, Instant publishedAt, List<Publication> publications) {

    public EditionChange {
        publications = List.copyOf(publications);
    }

    /**
     * From this edition on, an entity's year and flow consist of exactly these breakdowns.
     *
     * @param controlTotal the audited total in United States dollars that each breakdown should add up to
     */
    public record Publication(
            UUID submission,
            String entity,
            int year,
            Flow flow,
            BigDecimal controlTotal,
            List<PublishedBreakdown> breakdowns) {

        public Publication {
            breakdowns = List.copyOf(breakdowns);
        }
    }

    /**
     * @param breakdown unique over all submissions
     * @param carried whether an earlier edition published it already, so that its lines are not among this one's
     */
    public record PublishedBreakdown(
            long breakdown, DimensionSet dimensions, long lines, BigDecimal total, boolean carried) {}
}
