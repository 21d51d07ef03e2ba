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
                    + " the rows and send the whole submission again. The rules are at /api/v1/rules."),
    NOT_PUBLISHABLE(
            "not-publishable",
            409,
            "Not publishable",
            "A submission of the request is not in the status validated: it is published already, or superseded. Nothing"
                    + " of the request was published; the member submissions names those in the way."),
    BODY_CUT_SHORT(
            "body-cut-short",
            400,
            "Body cut short",
            "The connection ended or stood still before the body was complete; nothing was stored.");

    private final String slug;
    private final int status;
    private final String title;
    private final String explanation;

    ContributionProblem(String slug, int status, String title, String explanation) {
        this.slug = slug;
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String explanation() {
        return explanation;
    }

    @Override
    public boolean retryable() {
        return this == BODY_CUT_SHORT;
    }
}
