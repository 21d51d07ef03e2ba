package org.undatacube.benchmarks.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Takes in the responses of one connection, one after the other, as their bytes come. */
final class ResponseReader {
    private static final String CONTENT_LENGTH = "content-length:";
    private static final String CHUNKED = "transfer-encoding: chunked";
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int HEXADECIMAL = 16;

    private final boolean keepsContent;
    private final StringBuilder line = new StringBuilder();
    private final Map<String, String> headers = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private Part part = Part.END;
    private int status;
    private boolean isChunked;
    private long length;
    private long left;
    private long bytes;

    private enum Part {
        STATUS,
        HEADERS,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        AFTER_CHUNK,
        TRAILERS,
        END
    }

    /** @param keepsContent false where only the status and the size of the body are of interest */
    ResponseReader(boolean keepsContent) {
        this.keepsContent = keepsContent;
    }

    /** Takes what is there; true where a response is complete, and the next bytes are those of another one. */
    boolean take(ByteBuffer in) throws IOException {
        if (part == Part.END) {
            begin();
        }
        while (in.hasRemaining() && part != Part.END) {
            switch (part) {
                case BODY, CHUNK -> takeBody(in);
                default -> takeLine(in);
            }
        }
        return part == Part.END;
    }

    int status() {
        return status;
    }

    /** How many bytes the body had. */
    long bytes() {
        return bytes;
    }

    /** By their names in small letters. */
    Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    byte[] body() {
        return body.toByteArray();
    }

    private void begin() {
        part = Part.STATUS;
        headers.clear();
        body.reset();
        bytes = 0;
        length = -1;
        isChunked = false;
    }

    private void takeBody(ByteBuffer in) {
        int taken = (int) Math.min(left, in.remaining());
        if (keepsContent) {
            body.write(in.array(), in.arrayOffset() + in.position(), taken);
        }
        in.position(in.position() + taken);
        bytes += taken;
        left -= taken;
        if (left == 0) {
            part = part == Part.CHUNK ? Part.AFTER_CHUNK : Part.END;
        }
    }

    private void takeLine(ByteBuffer in) throws IOException {
        while (in.hasRemaining()) {
            char next = (char) in.get();
            if (next == '\n') {
                String complete = line.toString();
                line.setLength(0);
                understand(complete);
                return;
            } else if (next != '\r') {
                line.append(next);
            }
        }
    }

    private void understand(String complete) throws IOException {
        switch (part) {
            case STATUS -> {
                status = Integer.parseInt(complete.split(" ", -1)[1]);
                part = Part.HEADERS;
            }
            case HEADERS -> understandHeader(complete);
            case CHUNK_SIZE -> {
                left = Long.parseLong(complete.split(";", -1)[0].strip(), HEXADECIMAL);
                part = left == 0 ? Part.TRAILERS : Part.CHUNK;
            }
            case AFTER_CHUNK -> part = Part.CHUNK_SIZE;
            case TRAILERS -> part = complete.isEmpty() ? Part.END : part;
            case BODY, CHUNK, END -> throw new IllegalStateException(part.name());
        }
    }

    private void understandHeader(String header) throws IOException {
        if (header.isEmpty()) {
            endHeaders();
            return;
        }
        if (keepsContent) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        if (header.regionMatches(true, 0, CONTENT_LENGTH, 0, CONTENT_LENGTH.length())) {
            length = Long.parseLong(header.substring(CONTENT_LENGTH.length()).strip());
        } else {
            isChunked |= header.toLowerCase(Locale.ROOT).equals(CHUNKED);
        }
    }

    private void endHeaders() throws IOException {
        left = status == NO_CONTENT || status == NOT_MODIFIED ? 0 : length;
        if (isChunked) {
            part = Part.CHUNK_SIZE;
        } else if (left < 0) {
            throw new IOException("The response has neither a length nor chunks");
        } else {
            part = left == 0 ? Part.END : Part.BODY;
        }
    }
}
