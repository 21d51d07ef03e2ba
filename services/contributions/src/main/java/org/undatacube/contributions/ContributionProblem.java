package org.undatacube.contributions;

import org.undatacube.http.ProblemType;

/** The problems of this service beside the common ones. */
public enum ContributionProblem implements ProblemType {
    SUBMISSION_REJECTED(
            "submission-rejected",
            422,
            "Submission rejected",
            "At least one finding has the severity reject, so nothing was stored. The member findings names each by rule,"
                    + " row and field and says what would be right; at most 1,000 are listed; counts has them all, and the report"
                    + " at the address of the member report too. Mend"
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
    UNEXPLAINED_WARNINGS(
            "unexplained-warnings",
            409,
            "Warnings to be explained",
            "An administrator wants the warnings of some rules explained before a submission is certified. The member"
                    + " unexplained counts, by rule, those to which nothing is said: explain each of them, or all"
                    + " of a rule at once.",
            false),
    NOT_SETTABLE(
            "not-settable",
            422,
            "The rule cannot be set so",
            "The member pointer names the setting, the detail says what can be set. Rules that protect the form always"
                    + " reject: settable is false for them at /api/v1/rules.",
            false),
    NOT_FOR_IATI(
            "not-for-iati",
            409,
            "Cannot be said in IATI",
            "An IATI activity needs the reporting organisation's identifier and something to report. The registry's list"
                    + " of entities has the identifiers, as the attribute iatiOrganisation.",
            false),
    LINE_AMBIGUOUS(
            "line-ambiguous",
            409,
            "Several lines are meant",
            "The identifier occurs more than once in the submission. The member lines names those that have it by"
                    + " breakdown and number; say which with breakdown= and line=.",
            false),
    JOBS_FULL(
            "jobs-full",
            503,
            "Too much at work",
            "As many bodies as the service takes at once are being read or wait for it. Try again after the time that"
                    + " Retry-After says.",
            true),
    JOB_WITHOUT_RESULT(
            "job-without-result",
            409,
            "No result",
            "The job is not finished, or was cancelled or interrupted before it came to an answer; the member state"
                    + " says which.",
            false),
    JOB_FINISHED(
            "job-finished",
            409,
            "Finished already",
            "The job came to its end before it could be cancelled; the member state says to which.",
            false),
    UPLOAD_OFFSET(
            "upload-offset",
            409,
            "Another offset",
            "The bytes do not begin where those that are here end. Go on from expected-offset, which is also in the header"
                    + " Upload-Offset.",
            false),
    UPLOAD_COMPLETE(
            "upload-complete",
            409,
            "Upload complete",
            "Nothing can be appended to an upload that was said to be complete.",
            false),
    UPLOAD_INCOMPLETE(
            "upload-incomplete",
            409,
            "Upload incomplete",
            "An upload can be submitted once its last request said Upload-Complete: ?1.",
            false),
    UPLOAD_LENGTH(
            "upload-length",
            400,
            "Inconsistent length",
            "The upload has another length than was said before, or more bytes than it should have.",
            false),
    TOO_MANY_UPLOADS(
            "too-many-uploads",
            429,
            "Too many uploads",
            "A key has a number of uploads at a time; delete those that are not needed any more.",
            true),
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
