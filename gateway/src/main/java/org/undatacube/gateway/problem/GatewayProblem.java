package org.undatacube.gateway.problem;

import org.undatacube.http.ProblemType;

/** The problems that only the gateway has; the common ones are answered here too. */
public enum GatewayProblem implements ProblemType {
    BODY_TOO_SLOW(
            "body-too-slow",
            408,
            "Body too slow",
            "The body came so slowly that the gateway stopped to wait for it; nothing was done. Send it again, in parts"
                    + " where the connection is slow.",
            true),
    TOO_MANY_REQUESTS(
            "too-many-requests",
            429,
            "Too many requests",
            "The key, or the address where none is sent, has asked more often than it may, or too many things at once;"
                    + " nothing was done. Retry-After says in how many seconds to go on, and RateLimit with every answer"
                    + " how much is left.",
            true),
    NOT_KEPT(
            "not-kept",
            504,
            "Not kept",
            "The request wants an answer only if the gateway has kept one (Cache-Control: only-if-cached), and it has"
                    + " not.",
            false),
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
