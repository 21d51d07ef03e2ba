package org.undatacube.http.correlation;

import java.util.Optional;
import org.jboss.logging.MDC;

/** Names a request wherever it leaves a trace: at most 48 letters, digits and {@code . _ : -}. */
public final class RequestId {
    /** In which it is sent, and answered. */
    public static final String HEADER = "X-Request-Id";

    /** Under which it is in every log line, and in problem documents. */
    public static final String KEY = "requestId";

    /** With a service's name before it, it fits into the 63 bytes that PostgreSQL keeps of a name. */
    private static final int LONGEST = 48;

    private RequestId() {}

    /** That of the request that this thread works for. */
    public static Optional<String> current() {
        return MDC.get(KEY) instanceof String id ? Optional.of(id) : Optional.empty();
    }

    /** The same work in the name of the present request, to be done on a thread that serves none. */
    public static Runnable carriedBy(Runnable work) {
        Optional<String> id = current();
        return id.isEmpty() ? work : () -> run(id.get(), work);
    }

    private static void run(String id, Runnable work) {
        MDC.put(KEY, id);
        try {
            work.run();
        } finally {
            MDC.remove(KEY);
        }
    }

    /** Whether it can be written to logs, headers and SQL as it is. */
    static boolean isSafe(String id) {
        if (id == null || id.isEmpty() || id.length() > LONGEST) {
            return false;
        }
        for (int place = 0; place < id.length(); place++) {
            if (!isSafe(id.charAt(place))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSafe(char letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || letter == '-'
                || letter == '_'
                || letter == '.'
                || letter == ':';
    }
}
