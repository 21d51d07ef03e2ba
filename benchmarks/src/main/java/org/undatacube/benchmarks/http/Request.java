package org.undatacube.benchmarks.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A GET that wants JSON, ready to be sent to this machine. */
public record Request(ByteBuffer bytes) {

    /** @param target as it stands in the address, with all that has to be written in percent */
    public static Request get(int port, String target) {
        String text = "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAccept: application/json\r\n\r\n";
        return new Request(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** The same bytes for one sending. */
    ByteBuffer toSend() {
        return bytes.duplicate();
    }
}
