package org.undatacube.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.resteasy.reactive.PathPart;

/** A file, or that part of it which {@code Range} asks for (RFC 9110, section 14). */
public final class FileResponses {
    private FileResponses() {}

    /**
     * All of it where no part is asked for, and where {@code If-Range} names another version.
     *
     * @param tag of the file, without quotes
     * @throws Problem (416) where the file has no such part
     */
    public static Response.ResponseBuilder of(Path file, String tag, HttpHeaders headers, Request request) {
        long size = size(file);
        boolean isHead = request.getMethod().equals(HttpMethod.HEAD);
        String ifRange = headers.getHeaderString("If-Range");
        boolean isSame = ifRange == null || ifRange.equals('"' + tag + '"');
        Optional<ByteRange> part =
                isSame && !isHead ? ByteRange.of(headers.getHeaderString("Range"), size) : Optional.empty();
        Response.ResponseBuilder response = part.map(range ->
                        Response.status(Response.Status.PARTIAL_CONTENT).header("Content-Range", range.of(size)))
                .orElseGet(Response::ok);
        ByteRange range = part.orElseGet(() -> new ByteRange(0, size - 1));
        if (isHead) {
            response.header(HttpHeaders.CONTENT_LENGTH, range.length());
        } else {
            // of a file that is no part the framework sees to the range itself, whatever If-Range says
            response.entity(new PathPart(file, range.first(), range.length()));
        }
        return response.tag(tag).header("Accept-Ranges", "bytes");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
