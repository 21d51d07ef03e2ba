package org.undatacube.http;

/** A kind of problem, as listed in a service's catalogue. Implemented by that service's enum. */
public interface ProblemType {
    /** The last part of its address, e.g. {@code submission-rejected}. */
    String slug();

    /** HTTP status code. */
    int status();

    /** Short and the same for every occurrence. */
    String title();

    /** What it means and what to do about it, for the page at its address. */
    String explanation();

    /** Whether the same request can succeed later. */
    boolean retryable();
}
