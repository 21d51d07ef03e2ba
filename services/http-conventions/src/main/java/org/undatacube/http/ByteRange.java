package org.undatacube.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file (RFC 9110, 14).
 *
 * @param last included
 */
public record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*");

    /**
     * The part that a header {@code Range} names; empty for none, and for what may be left unheeded: several parts at once,
     * other units and what is not well-formed.
     *
     * @throws Problem (416) where the file has no such part
     */
    public static Optional<ByteRange> of(String header, long size) {
        Matcher matcher = ONE.matcher(header == null ? "" : header.toLowerCase(Locale.ROOT));
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return Optional.empty();
        }
        boolean isOfTheEnd = matcher.group(1).isEmpty();
        long second = matcher.group(2).isEmpty() ? size - 1 : Long.parseLong(matcher.group(2));
        long first = isOfTheEnd ? Math.max(0, size - second) : Long.parseLong(matcher.group(1));
        long last = isOfTheEnd ? size - 1 : Math.min(size - 1, second);
        if (!isOfTheEnd && !matcher.group(2).isEmpty() && second < first) {
            return Optional.empty();
        }
        if (first >= size || first > last) {
            throw new Problem(
                            CommonProblem.RANGE_NOT_SATISFIABLE,
                            "The file has " + size + " bytes; the part that was asked for begins after them.")
                    .with("bytes", size);
        }
        return Optional.of(new ByteRange(first, last));
    }

    public long length() {
        return last - first + 1;
    }

    /** As {@code Content-Range} says it. */
    public String of(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
