package org.undatacube.contributions.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.contributions.submission.Finding;
import org.undatacube.contributions.submission.SubmissionPartView;
import org.undatacube.contributions.submission.SubmissionView;

/** What came of a part, and what the submission is with it. */
@Schema(name = "ReceivedPart")
record Received(
        SubmissionPartView part,

        @Schema(description = "Warnings and notes on the lines of this part")
        Finding.Counts findings,

        SubmissionView submission) {}
