package org.undatacube.gateway.problem;

import org.undatacube.http.ProblemType;

/** The problems that only the gateway has; the common ones are answered here too. */
public enum GatewayProblem implements ProblemType {
    BROKEN_ANSWER(
            "broken-answer",
            502,
            "No whole answer",
            "The service behind this address broke off before it answered. Whether it has done what was asked is not"
                    + " known: read before you send a change again.",
            true),
    TIMEOUT(
            "timeout",
            504,
            "No answer in time",
            "The service behind this address did not answer in time. Whether it has done what was asked is not known:"
                    + " read before you send a change again.",
            true);

    private final Description description;

    GatewayProblem(String slug, int status, String title, String explanation, boolean retryable) {
        this.description = new Description(slug, status, title, explanation, retryable);
    }

    @Override
    public Description description() {
        return description;
    }
}
