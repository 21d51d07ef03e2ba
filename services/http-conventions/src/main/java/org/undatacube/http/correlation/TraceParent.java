package org.undatacube.http.correlation;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Which trace a request is of, as W3C Trace Context writes it.
 *
 * @param traceId 32 hexadecimal digits
 * @param text the whole header
 */
record TraceParent(String traceId, String text) {
    static final String HEADER = "traceparent";

    private static final int LENGTH = 55;
    private static final int TRACE_ID = 3;
    private static final int PARENT_ID = 36;
    private static final int FLAGS = 53;
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_PARENT = "0".repeat(16);

    /** Empty where it is not one of version 00, which is the only one there is. */
    static Optional<TraceParent> parse(String text) {
        if (text == null
                || text.length() != LENGTH
                || !text.startsWith("00-")
                || text.charAt(PARENT_ID - 1) != '-'
                || text.charAt(FLAGS - 1) != '-') {
            return Optional.empty();
        }
        String traceId = text.substring(TRACE_ID, PARENT_ID - 1);
        String parentId = text.substring(PARENT_ID, FLAGS - 1);
        boolean names = isHexadecimal(traceId) && isHexadecimal(parentId) && isHexadecimal(text.substring(FLAGS));
        return names && !traceId.equals(NO_TRACE) && !parentId.equals(NO_PARENT)
                ? Optional.of(new TraceParent(traceId, text))
                : Optional.empty();
    }

    /** The beginning of a trace that nobody records. */
    static TraceParent begin() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        // never zero, which would name nothing
        String traceId = hexadecimal(random.nextLong()) + hexadecimal(random.nextLong() | 1);
        return new TraceParent(traceId, "00-" + traceId + "-" + hexadecimal(random.nextLong() | 1) + "-00");
    }

    private static String hexadecimal(long number) {
        String digits = Long.toHexString(number);
        return NO_PARENT.substring(digits.length()) + digits;
    }

    private static boolean isHexadecimal(String text) {
        return text.chars().allMatch(digit -> (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f'));
    }
}
