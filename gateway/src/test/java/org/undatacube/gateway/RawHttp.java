package org.undatacube.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** HTTP by the byte, for what a well-behaved client would never send. */
public final class RawHttp {
    private RawHttp() {}

    /** A connection to the gateway. */
    public static Socket connect(URI gateway) throws IOException {
        return new Socket(InetAddress.getByName(gateway.getHost()), gateway.getPort());
    }

    /** The whole answer to a request for the target, sent exactly as given, followed by the headers given. */
    public static String get(URI gateway, String target, String... headers) throws IOException {
        try (Socket socket = connect(gateway)) {
            StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: gateway\r\n");
            for (String header : headers) {
                request.append(header).append("\r\n");
            }
            request.append("Connection: close\r\n\r\n");
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
