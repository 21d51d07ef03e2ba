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
            true);

    private final String slug;
    private final int status;
    private final String title;
    private final String explanation;
    private final boolean retryable;

    AggregationProblem(String slug, int status, String title, String explanation, boolean retryable) {
        this.slug = slug;
        this.status = status;
        this.title = title;
        this.explanation = explanation;
        this.retryable = retryable;
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
        return retryable;
    }
}
