package org.undatacube.aggregation.citation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes connections on to a server, and can be cut as a cable is: the server is away then, as far as anybody can see. */
final class Relay {
    private final int target;
    private final int port;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private ServerSocket server;

    Relay(int port, int target) {
        this.port = port;
        this.target = target;
        mend();
    }

    int port() {
        return port;
    }

    synchronized void cut() {
        close(server);
        open.forEach(Relay::close);
        open.clear();
    }

    synchronized void mend() {
        if (server == null || server.isClosed()) {
            try {
                server = new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ServerSocket accepting = server;
            start(() -> accept(accepting));
        }
    }

    private void accept(ServerSocket accepting) {
        while (!accepting.isClosed()) {
            try {
                Socket client = accepting.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), target);
                open.addAll(List.of(client, behind));
                start(() -> pass(client, behind));
                start(() -> pass(behind, client));
            } catch (IOException cut) {
                // the loop ends where it was, and else goes on
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // both are closed
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
