package org.undatacube.http;

/** A kind of problem, as listed in a service's catalogue. Implemented by that service's enum. */
public interface ProblemType {

    /**
     * What is told of a kind of problem.
     *
     * @param slug the last part of its address, e.g. {@code submission-rejected}
     * @param status HTTP status code
     * @param title short and the same for every occurrence
     * @param explanation what it means and what to do about it, for the page at its address
     * @param retryable whether the same request can succeed later
     */
    record Description(String slug, int status, String title, String explanation, boolean retryable) {}

    Description description();

    default String slug() {
        return description().slug();
    }

    default int status() {
        return description().status();
    }

    default String title() {
        return description().title();
    }

    default String explanation() {
        return description().explanation();
    }

    default boolean retryable() {
        return description().retryable();
    }
}
