package org.undatacube.acceptance.openapi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request as bytes on a connection of its own, so that it can be wrong in ways that clients do not allow, and its answer.
 *
 * @param status 0 where the connection was closed without an answer
 * @param headers by name in small letters
 */
record Exchange(int status, Map<String, String> headers, String body) {
    private static final int LONGEST_SILENCE = (int) Duration.ofSeconds(60).toMillis();
    private static final String END = "\r\n";

    /** @param target as it stands in the request line */
    static Exchange send(URI gateway, String method, String target, Map<String, String> headers, String body)
            throws IOException {
        byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.ISO_8859_1);
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1" + END + "Host: "
                + gateway.getAuthority() + END + "Connection: close" + END);
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append(END));
        if (body != null) {
            head.append("Content-Length: ").append(bytes.length).append(END);
        }
        head.append(END);
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(LONGEST_SILENCE);
            OutputStream out = socket.getOutputStream();
            byte[] answer;
            try {
                out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
                out.write(bytes);
                out.flush();
                answer = socket.getInputStream().readAllBytes();
            } catch (SocketException refusedWhileSending) {
                answer = rest(socket);
            }
            return parse(answer);
        }
    }

    private static byte[] rest(Socket socket) throws IOException {
        try {
            return socket.getInputStream().readAllBytes();
        } catch (SocketException gone) {
            return new byte[0];
        }
    }

    private static Exchange parse(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END + END);
        if (end < 0) {
            return new Exchange(0, Map.of(), "");
        }
        String[] lines = text.substring(0, end).split(END, -1);
        Map<String, String> headers = new TreeMap<>();
        Arrays.stream(lines, 1, lines.length)
                .forEach(line -> headers.put(
                        line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
                        line.substring(line.indexOf(':') + 1).strip()));
        byte[] body = Arrays.copyOfRange(answer, end + 4, answer.length);
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            body = joined(body);
        }
        return new Exchange(
                Integer.parseInt(lines[0].split(" ", 3)[1]), headers, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] joined(byte[] chunks) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        String text = new String(chunks, StandardCharsets.ISO_8859_1);
        int at = 0;
        while (at < chunks.length) {
            int line = text.indexOf(END, at);
            int size =
                    Integer.parseInt(text.substring(at, line).split(";", 2)[0].strip(), 16);
            if (size == 0) {
                break;
            }
            whole.write(chunks, line + 2, size);
            at = line + 2 + size + 2;
        }
        return whole.toByteArray();
    }

    /** The media type without its parameters; empty where there is none. */
    String mediaType() {
        return headers.getOrDefault("content-type", "").split(";", 2)[0].strip();
    }
}
