package org.undatacube.gateway.ratelimit;

/** How much a caller may, and how much of it is left (draft-ietf-httpapi-ratelimit-headers). */
final class RateLimitHeaders {
    static final String POLICY = "RateLimit-Policy";
    static final String LIMIT = "RateLimit";

    private RateLimitHeaders() {}
}
