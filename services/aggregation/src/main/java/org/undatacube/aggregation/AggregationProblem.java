package org.undatacube.aggregation;

import org.undatacube.http.ProblemType;

/** This service's own problems. */
public enum AggregationProblem implements ProblemType {
    TOO_MANY_CELLS(
            "too-many-cells",
            400,
            "Too many cells",
            "The answer has more cells than are given at once. Ask for a part with limit and offset, drill down less"
                    + " deeply, or cut.",
            false),
    TOO_SLOW(
            "question-too-slow",
            503,
            "Question took too long",
            "The question was given up after the time limit that the problem names. Cut it to fewer years or entities,"
                    + " or ask again when less is asked at once.",
            true),
    TOO_LARGE(
            "question-too-large",
            503,
            "Question needs too much memory",
            "To answer the question takes more memory than is allowed. Cut it to fewer years, entities or members, drill"
                    + " down less deeply, or ask again when less is asked at once.",
            true),
    TOO_BUSY(
            "too-many-questions",
            503,
            "Too many questions at once",
            "As many questions are being answered as the service answers at once, and this one waited as long as one"
                    + " may, or as many were waiting as may. Ask again after the seconds that Retry-After says.",
            true),
    NOT_IN_THIS_FORMAT(
            "not-in-this-format",
            406,
            "Not possible in this format",
            "The answer cannot be given in the format that was asked for, for the reason that the problem says. Ask for"
                    + " another format, such as JSON or CSV.",
            false),
    NOT_READY(
            "answer-not-ready",
            409,
            "Answer not ready",
            "The answer is still being made, or it failed or was cancelled; the problem names its state. Read the"
                    + " answer's own address until its state is succeeded.",
            true),
    SDMX_SEMANTIC(
            "sdmx-semantic-error",
            400,
            "SDMX semantic error",
            "The query is well-formed, but names what the data structure does not have, or things that do not go together.",
            false),
    DATA_TOO_LARGE(
            "data-too-large",
            413,
            "Data too large",
            "The query asks for more data than are put together for one request. Name codes for more of the dimensions, or"
                    + " ask for fewer years.",
            false),
    SDMX_NOT_IMPLEMENTED(
            "sdmx-not-implemented",
            501,
            "Not implemented",
            "SDMX knows what was asked for, but this service does not do it. The detail says what it does instead.",
            false),
    CANCELLED(
            "question-cancelled",
            499,
            "Question cancelled",
            "The connection was closed before the answer was ready, so the question was given up.",
            true),
    NOTHING_TO_CITE(
            "nothing-to-cite",
            409,
            "Nothing to cite",
            "A citation is of an edition, and of the edition that was asked nothing is published. Ask again when"
                    + " something is.",
            true),
    CITED_BEFORE_ITS_CODES(
            "cited-before-its-codes",
            409,
            "Not asked by the lists of the edition",
            "What is cited is asked by the code lists and groups of the day when its edition was published, so that it"
                    + " stays as it is. They do not have something that the question names, because it was made"
                    + " later. Cite without it, or after the next edition.",
            false),
    CITED_ANSWER_CHANGED(
            "cited-answer-changed",
            409,
            "Cited answer cannot be given again",
            "The edition is there, but the service does not give the very bytes that were cited: it writes or figures"
                    + " answers otherwise than when the citation was made, or is set up otherwise. The problem has"
                    + " both hashes. Other bytes are not given in their place; where the citation kept its JSON, that"
                    + " is given.",
            false),
    CITED_EDITION_GONE(
            "cited-edition-gone",
            410,
            "Cited edition is gone",
            "The edition that the citation names is not in the suite any more: the suite was begun anew, and its"
                    + " editions with it. The problem has both editions. Where the citation kept its JSON, that is"
                    + " given.",
            false),
    BULK_BUSY(
            "bulk-busy",
            503,
            "Files cannot be made yet",
            "Files of whole cubes are made one after the other when they are first asked for, and too many others wait"
                    + " already, or the cubes were begun anew meanwhile. Ask again after the seconds that Retry-After"
                    + " says.",
            true);

    private final Description description;

    AggregationProblem(String slug, int status, String title, String explanation, boolean retryable) {
        this.description = new Description(slug, status, title, explanation, retryable);
    }

    @Override
    public Description description() {
        return description;
    }
}
