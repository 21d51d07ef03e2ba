package org.undatacube.contributions.submission;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part as the API shows it. */
@Schema(name = "SubmissionPart")
public record SubmissionPartView(
        @Schema(description = "From 1; findings count rows within it", examples = "2")
        int part,

        Instant receivedAt,
        @Schema(description = "The key that sent it") String receivedBy,
        Lines kept,
        RefusedLines refused,

        @Schema(description = "The refused lines as a file to mend; null where there are none", nullable = true)
        String rejectedLinesHref) {

    /** Lines that are in the submission. */
    @Schema(name = "KeptLines")
    public record Lines(
            long lines,

            @Schema(description = "In United States dollars, exact", type = SchemaType.STRING, examples = "5300.10")
            Amount total) {}

    /** Lines that are not in the submission. */
    @Schema(name = "RefusedLines")
    public record RefusedLines(
            long lines,

            @Schema(
                    description = "In United States dollars, of those lines whose amount could be read",
                    type = SchemaType.STRING,
                    examples = "12.00")
            Amount total,

            @Schema(description = "Lines whose amount could not be read, which are not in the total")
            long withoutAmount) {}

    public static SubmissionPartView of(SubmissionPart part) {
        return new SubmissionPartView(
                part.number,
                part.receivedAt,
                part.receivedBy,
                new Lines(part.keptLines, part.keptAmount),
                new RefusedLines(part.refusedLines, part.refusedAmount, part.refusedWithoutAmount),
                part.refusedLines == 0 ? null : href(part.submission) + "/rejected-lines?part=" + part.number);
    }

    /** Where it is shown. */
    public static String address(UUID submission, int number) {
        return href(submission) + "/parts/" + number;
    }

    private static String href(UUID submission) {
        return "/api/v1/submissions/" + submission;
    }
}
