package org.undatacube.acceptance.suite;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A client that keeps sending a large body while it listens, as some do, and takes the answer whenever it comes. The
 * JDK's own client gives up where the server answers before the body is complete.
 */
public final class RawUpload {
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_SILENCE = 60_000;

    private final URI gateway;
    private final String key;

    public RawUpload(URI gateway, String key) {
        this.gateway = gateway;
        this.key = key;
    }

    /** @param declared whether Content-Length is sent; else the body comes in chunks */
    public Answer post(String target, long bytes, boolean declared) throws IOException {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(LONGEST_SILENCE);
            Thread sender = new Thread(() -> send(socket, target, bytes, declared));
            sender.start();
            return receive(new BufferedInputStream(socket.getInputStream()));
        }
    }

    private void send(Socket socket, String target, long bytes, boolean declared) {
        String head = "POST " + target + " HTTP/1.1\r\nHost: " + gateway.getAuthority() + "\r\nAuthorization: Bearer "
                + key + "\r\nContent-Type: text/csv\r\n"
                + (declared ? "Content-Length: " + bytes : "Transfer-Encoding: chunked") + "\r\n\r\n";
        byte[] chunk = new byte[CHUNK];
        Arrays.fill(chunk, (byte) '1');
        try {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            for (long sent = 0; sent < bytes; sent += CHUNK) {
                if (!declared) {
                    out.write((Integer.toHexString(CHUNK) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
                out.write(chunk);
                if (!declared) {
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
            if (!declared) {
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();
        } catch (IOException answeredBeforeTheEnd) {
            // the server has closed its side: what counts is the answer
        }
    }

    private static Answer receive(InputStream in) throws IOException {
        String[] head = head(in).split("\r\n", -1);
        int status = Integer.parseInt(head[0].split(" ", 3)[1]);
        byte[] body = in.readNBytes(Integer.parseInt(header(head, "content-length", "0")));
        return new Answer(
                status,
                header(head, "content-type", ""),
                header(head, "etag", ""),
                header(head, "www-authenticate", ""),
                new String(body, StandardCharsets.UTF_8));
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the connection was closed without an answer");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private static String header(String[] head, String name, String otherwise) {
        return Arrays.stream(head)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse(otherwise);
    }
}
