package org.undatacube.http.metrics;

import java.util.Set;

/** By which names the methods of requests are counted. */
public final class CountedMethod {
    private static final String OTHER = "OTHER";
    private static final Set<String> KNOWN =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY", OTHER);

    private CountedMethod() {}

    /** The method's own name, or {@code OTHER} for one that no service knows. */
    public static String of(String method) {
        return KNOWN.contains(method) ? method : OTHER;
    }
}
