package org.undatacube.contributions;

import org.undatacube.http.ProblemType;

/** The problems of this service beside the common ones. */
public enum ContributionProblem implements ProblemType {
    SUBMISSION_REJECTED(
            "submission-rejected",
            422,
            "Submission rejected",
            "At least one finding has the severity reject, so nothing was stored. The member findings names each by rule,"
                    + " row and field and says what would be right; at most 1,000 are listed, counts has them all. Mend"
                    + " the rows and send the whole submission again. The rules are at /api/v1/rules.",
            false),
    NOT_PUBLISHABLE(
            "not-publishable",
            409,
            "Not publishable",
            "A submission of the request is not in the status validated: it is published already, or superseded. Nothing"
                    + " of the request was published; the member submissions names those in the way.",
            false),
    BODY_CUT_SHORT(
            "body-cut-short",
            400,
            "Body cut short",
            "The connection ended or stood still before the body was complete; nothing was stored.",
            true);

    private final Description description;

    ContributionProblem(String slug, int status, String title, String explanation, boolean retryable) {
        this.description = new Description(slug, status, title, explanation, retryable);
    }

    @Override
    public Description description() {
        return description;
    }
}
