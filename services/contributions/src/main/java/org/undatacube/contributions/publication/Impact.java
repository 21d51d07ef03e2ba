package org.undatacube.contributions.publication;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.Breakdown;

/** What would change for an entity's year and flow if a submission were published now. */
@Schema(name = "Impact")
public record Impact(
        UUID submission,

        @Schema(description = "Of the submission; another one may change more or less", examples = "2")
        long version,

        @Schema(examples = "UNDP") String entity,
        @Schema(examples = "2024") int year,
        Flow flow,

        @Schema(
                description =
                        "The audited total; after is null where the submission's breakdowns disagree and it states none")
        Change controlTotal,

        @Schema(description = "What is answered where no dimension is asked for")
        Change total,

        List<BreakdownChange> breakdowns,
        CoverageChange coverage,

        @Schema(description = "By each dimension that is answered from another breakdown than before")
        List<DimensionChange> byDimension) {

    /** A figure in dollars; null where there was or will be none. */
    @Schema(name = "ImpactChange")
    public record Change(
            @Schema(type = SchemaType.STRING, nullable = true, examples = "5300.10")
            Amount before,

            @Schema(type = SchemaType.STRING, nullable = true, examples = "5320.10")
            Amount after,

            @Schema(type = SchemaType.STRING, examples = "20.00")
            Amount change) {

        static Change of(Amount before, Amount after) {
            Amount from = before == null ? Amount.ZERO : before;
            Amount to = after == null ? Amount.ZERO : after;
            return new Change(before, after, to.minus(from));
        }
    }

    /** What becomes of a set of dimensions. */
    public enum Fate {
        ADDED,
        REPLACED,
        KEPT,
        REMOVED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The breakdown of some dimensions, before and after. */
    @Schema(name = "ImpactOnBreakdown")
    public record BreakdownChange(
            DimensionSet dimensions,
            Fate fate,
            @Schema(nullable = true) Published before,
            @Schema(nullable = true) Published after) {

        static BreakdownChange of(DimensionSet dimensions, Breakdown before, Breakdown after) {
            return new BreakdownChange(dimensions, fate(before, after), Published.of(before), Published.of(after));
        }

        private static Fate fate(Breakdown before, Breakdown after) {
            if (before == null) {
                return Fate.ADDED;
            }
            if (after == null) {
                return Fate.REMOVED;
            }
            return before.id == after.id ? Fate.KEPT : Fate.REPLACED;
        }
    }

    /** One of the breakdowns that are or would be in force. */
    @Schema(name = "ImpactBreakdown")
    public record Published(
            long id,
            UUID submission,
            long lines,

            @Schema(type = SchemaType.STRING, examples = "5300.10")
            Amount total) {

        static Published of(Breakdown breakdown) {
            return breakdown == null
                    ? null
                    : new Published(breakdown.id, breakdown.submission.id, breakdown.lines, breakdown.total);
        }
    }

    /** Which sets of dimensions can be asked for together that could not, and the other way round. */
    @Schema(name = "ImpactOnCoverage")
    public record CoverageChange(List<DimensionSet> gained, List<DimensionSet> lost) {}

    /**
     * @param members how many members have another figure than before
     * @param moves the largest of them
     */
    @Schema(name = "ImpactByDimension")
    public record DimensionChange(
            @Schema(examples = "sdg") Dimension dimension,

            @Schema(description = "From which breakdown it is answered", nullable = true)
            Long before,

            @Schema(nullable = true) Long after,

            @Schema(description = "How many codes have another figure than before")
            long members,

            @Schema(description = "The largest, by absolute change")
            List<Move> moves) {}

    /** A code's figure, before and after. */
    @Schema(name = "ImpactMove")
    public record Move(
            @Schema(examples = "5.a") String code,

            @Schema(type = SchemaType.STRING, nullable = true, examples = "10.00")
            Amount before,

            @Schema(type = SchemaType.STRING, nullable = true, examples = "30.00")
            Amount after,

            @Schema(type = SchemaType.STRING, examples = "20.00")
            Amount change) {}
}
