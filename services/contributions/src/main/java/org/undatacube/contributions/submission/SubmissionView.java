package org.undatacube.contributions.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;

/** A submission as the API shows it. */
@Schema(name = "Submission")
public record SubmissionView(
        UUID id,
        @Schema(examples = "UNDP") String entity,
        @Schema(examples = "2024") int year,
        Flow flow,
        Status status,

        @Schema(description = "Raised by every change; the ETag", examples = "2")
        long version,

        @Schema(description = "Whether it is a test, which is never published")
        boolean test,

        @Schema(
                description =
                        "Audited total in United States dollars; null: the one in force when it is published stays",
                examples = "5300.10",
                type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                nullable = true)
        Amount controlTotal,

        Replaces replaces,
        String source,
        @Schema(description = "The key that sent it") String preparedBy,
        Instant createdAt,

        @Schema(description = "The key that certified it; null where nobody did", nullable = true)
        String certifiedBy,

        @Schema(nullable = true) Instant certifiedAt,

        @Schema(
                description = "SHA-256 of its canonical form, which anybody can compute from what is exported; null"
                        + " until it is certified",
                nullable = true)
        String contentHash,

        List<BreakdownView> breakdowns,

        @Schema(
                description = "The rules that it was judged by, of catalogue and settings: see /api/v1/rules?version=",
                examples = "3.12")
        String rulesVersion,

        Finding.Counts findings,
        String findingsHref) {

    /** One of its breakdowns. */
    @Schema(name = "Breakdown")
    public record BreakdownView(
            long id,

            @Schema(examples = "[\"function\",\"location\"]")
            DimensionSet dimensions,

            long lines,

            @Schema(
                    description = "Sum of its lines in United States dollars, exact",
                    examples = "5300.10",
                    type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING)
            Amount total) {

        static BreakdownView of(Breakdown breakdown) {
            return new BreakdownView(breakdown.id, breakdown.dimensions(), breakdown.lines, breakdown.total);
        }
    }

    public static SubmissionView of(Submission submission) {
        return new SubmissionView(
                submission.id,
                submission.entity,
                submission.year,
                submission.flow,
                submission.status,
                submission.version,
                submission.test,
                submission.controlTotal,
                submission.replaces,
                submission.source,
                submission.preparedBy,
                submission.createdAt,
                submission.certifiedBy,
                submission.certifiedAt,
                submission.contentHash,
                submission.breakdowns.stream().map(BreakdownView::of).toList(),
                submission.rulesVersion,
                new Finding.Counts(0, submission.warnings, submission.notes),
                "/api/v1/submissions/" + submission.id + "/findings");
    }
}
