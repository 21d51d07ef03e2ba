package org.undatacube.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.FilePart;

/** A file, or that part of it which {@code Range} asks for (RFC 9110, section 14). */
public final class FileResponses {
    private static final Pattern ONE_RANGE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private FileResponses() {}

    /** From the first byte to the last. */
    private record Range(long first, long last) {
        long length() {
            return last - first + 1;
        }
    }

    /**
     * The whole file where no range is asked for, where several are or what is asked for is none, and where {@code
     * If-Range} names another version; 416 where the range is behind the end.
     *
     * @param tag of the file, without quotes
     */
    public static Response.ResponseBuilder of(File file, String tag, HttpHeaders headers) {
        long size = file.length();
        String ifRange = headers.getHeaderString("If-Range");
        String wanted = headers.getHeaderString("Range");
        Optional<Matcher> asked = Optional.ofNullable(wanted)
                .filter(header -> ifRange == null || ifRange.equals('"' + tag + '"'))
                .map(header -> ONE_RANGE.matcher(header.replace(" ", "")))
                .filter(Matcher::matches)
                .filter(match -> !match.group(1).isEmpty() || !match.group(2).isEmpty());
        if (asked.isEmpty()) {
            // of a file that is no part the framework sees to the range itself, whatever If-Range says
            return described(Response.ok(new FilePart(file, 0, size)), tag).header(HttpHeaders.CONTENT_LENGTH, size);
        }
        Optional<Range> range = range(asked.get(), size);
        if (range.isEmpty()) {
            return described(Response.status(RANGE_NOT_SATISFIABLE), tag).header("Content-Range", "bytes */" + size);
        }
        Range its = range.get();
        return described(Response.status(Response.Status.PARTIAL_CONTENT), tag)
                .entity(new FilePart(file, its.first, its.length()))
                .header("Content-Range", "bytes " + its.first + "-" + its.last + "/" + size)
                .header(HttpHeaders.CONTENT_LENGTH, its.length());
    }

    private static Response.ResponseBuilder described(Response.ResponseBuilder response, String tag) {
        return response.header("Accept-Ranges", "bytes").tag(tag);
    }

    /** Empty where there is no byte of it. */
    private static Optional<Range> range(Matcher asked, long size) {
        if (asked.group(1).isEmpty()) {
            long length = Math.min(size, Long.parseLong(asked.group(2)));
            return length == 0 ? Optional.empty() : Optional.of(new Range(size - length, size - 1));
        }
        long first = Long.parseLong(asked.group(1));
        long last = asked.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(asked.group(2)));
        return first > last ? Optional.empty() : Optional.of(new Range(first, last));
    }
}
