package org.undatacube.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Thrown to answer a request with problem details (RFC 9457). The message is shown to the client: it says what is
 * wrong in the client's own terms and what would be right.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Set<String> STANDARD = Set.of("type", "status", "title", "detail", "instance");

    private final transient ProblemType type;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    public Problem(ProblemType type, String detail) {
        super(detail);
        this.type = type;
    }

    public Problem(ProblemType type, String detail, Throwable cause) {
        super(detail, cause);
        this.type = type;
    }

    /** A value that a query or path parameter cannot have; {@code expected} says what it can. */
    public static Problem invalidParameter(String parameter, Object value, String detail, Object expected) {
        return new Problem(CommonProblem.INVALID_PARAMETER, detail)
                .with("parameter", parameter)
                .with("value", value)
                .with("expected", expected);
    }

    public static Problem notFound(String detail) {
        return new Problem(CommonProblem.NOT_FOUND, detail);
    }

    /**
     * Adds an extension member to the document; null values are left out.
     *
     * @throws IllegalArgumentException where the name is one of those that RFC 9457 gives a meaning (3.1)
     */
    public Problem with(String member, Object value) {
        if (STANDARD.contains(member)) {
            throw new IllegalArgumentException(member + " is no extension member of problem details");
        }
        if (value != null) {
            members.put(member, value);
        }
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }
}
