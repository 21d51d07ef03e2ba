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
     * @param submission the one that changed it last
     * @param controlTotal the audited total in United States dollars that each breakdown should add up to
     * @param contentHash of the submission as it was certified; null where it was published without one
     */
    public record Publication(
            UUID submission,
            String entity,
            int year,
            Flow flow,
            BigDecimal controlTotal,
            List<PublishedBreakdown> breakdowns,
            String contentHash) {

        public Publication {
            breakdowns = List.copyOf(breakdowns);
        }

        /** Of a submission without a content hash. */
        public Publication(
                UUID submission,
                String entity,
                int year,
                Flow flow,
                BigDecimal controlTotal,
                List<PublishedBreakdown> breakdowns) {
            this(submission, entity, year, flow, controlTotal, breakdowns, null);
        }

        /** The submission that one of the breakdowns is of. */
        public Source sourceOf(PublishedBreakdown breakdown) {
            return breakdown.source() == null ? new Source(submission, contentHash) : breakdown.source();
        }
    }

    /** A submission, with its content hash as in {@link Publication}. */
    public record Source(UUID submission, String contentHash) {}

    /**
     * @param breakdown unique over all submissions
     * @param carried whether an earlier edition published it already, so that its lines are not among this one's
     * @param source the submission that it is of; null where that is the one of the publication
     */
    public record PublishedBreakdown(
            long breakdown, DimensionSet dimensions, long lines, BigDecimal total, boolean carried, Source source) {

        /** Of the publication's own submission. */
        public PublishedBreakdown(
                long breakdown, DimensionSet dimensions, long lines, BigDecimal total, boolean carried) {
            this(breakdown, dimensions, lines, total, carried, null);
        }
    }
}
