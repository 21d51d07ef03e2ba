package org.undatacube.http.correlation;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Names a request wherever it leaves a trace: at most 48 letters, digits and {@code . _ : -}. */
public final class RequestId {
    /** In which it is sent, and answered. */
    public static final String HEADER = "X-Request-Id";

    /** Under which it is in every log line, and in problem documents. */
    public static final String KEY = "requestId";

    /** With a service's name before it, it fits into the 63 bytes that PostgreSQL keeps of a name. */
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._:-]{1,48}");

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
        return id != null && SAFE.matcher(id).matches();
    }
}
