package org.undatacube.benchmarks.http;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A connection that asks one thing after the other and waits for each answer. */
public final class Connection implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final SocketChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final ResponseReader reader = new ResponseReader(true);

    /** A whole answer. */
    public static final class Response {
        private final int status;
        private final Map<String, String> headers;
        private final byte[] body;

        private Response(int status, Map<String, String> headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        public int status() {
            return status;
        }

        /** @param name in any case */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** To a port of this machine. */
    public Connection(int port) throws IOException {
        channel = connect(port);
    }

    static SocketChannel connect(int port) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return channel;
    }

    public Response ask(Request request) throws IOException {
        ByteBuffer bytes = request.toSend();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        boolean isComplete = false;
        while (!isComplete) {
            buffer.clear();
            if (channel.read(buffer) < 0) {
                throw new EOFException("The connection was closed before the answer ended");
            }
            isComplete = reader.take(buffer.flip());
        }
        return new Response(reader.status(), reader.headers(), reader.body());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
