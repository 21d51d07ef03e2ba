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
            "A submission of the request is not certified, or is a test. Nothing of the request was published; the"
                    + " member submissions names those in the way with their status.",
            false),
    WRONG_STATUS(
            "wrong-status",
            409,
            "Not from this status",
            "A submission's life goes draft, validated, certified, published, superseded; validated and certified ones"
                    + " can be returned, and those that are not published withdrawn. The member status says where it"
                    + " is, next where it can go.",
            false),
    FOUR_EYES(
            "four-eyes",
            403,
            "Needs another person",
            "Figures are certified with another key than those that prepared them: by a certifier of the entity, or by"
                    + " the secretariat where the secretariat prepared them itself.",
            false),
    WINDOW_CLOSED(
            "window-closed",
            409,
            "Outside the reporting window",
            "Entities submit and certify a year between its opening and its deadline. The windows are at"
                    + " /api/v1/reporting-windows; the secretariat can extend one for an entity.",
            false),
    LINE_AMBIGUOUS(
            "line-ambiguous",
            409,
            "Several lines are meant",
            "The identifier occurs more than once in the submission. The member lines names those that have it by"
                    + " breakdown and number; say which with breakdown= and line=.",
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
