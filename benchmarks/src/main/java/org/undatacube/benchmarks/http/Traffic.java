package org.undatacube.benchmarks.http;

import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Several connections of which each asks again as soon as it has its answer, all kept busy by one thread.
 *
 * @param perSecond answers of all connections together
 * @param median in milliseconds
 * @param p99 in milliseconds
 * @param errors answers whose status was not 200
 * @param bytes of a body, on average
 * @param own processors that the asking took, so much less for what is asked
 */
public record Traffic(double perSecond, double median, double p99, long errors, long bytes, double own) {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long LONGEST_LOOK = 100;
    private static final int BUFFER = 1 << 16;
    private static final int OK = 200;

    /** For so long, to a port of this machine; answers that are still to come when it ends do not count. */
    public static Traffic of(int port, int connections, Duration time, Supplier<Request> requests) throws IOException {
        try (Selector selector = Selector.open()) {
            Client client = new Client(requests);
            try {
                for (int number = 0; number < connections; number++) {
                    client.connect(selector, port);
                }
                return client.run(selector, time);
            } finally {
                for (SelectionKey key : selector.keys()) {
                    key.channel().close();
                }
            }
        }
    }

    private static final class Client {
        private final Supplier<Request> requests;
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        private final Latencies latencies = new Latencies();
        private long errors;
        private long bytes;

        private static final class Asking {
            private final ResponseReader reader = new ResponseReader(false);
            private long askedAt;
        }

        Client(Supplier<Request> requests) {
            this.requests = requests;
        }

        void connect(Selector selector, int port) throws IOException {
            SocketChannel channel = Connection.connect(port);
            channel.configureBlocking(false);
            Asking asking = new Asking();
            channel.register(selector, SelectionKey.OP_READ, asking);
            ask(channel, asking);
        }

        Traffic run(Selector selector, Duration time) throws IOException {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long used = threads.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            long end = begin + time.toNanos();
            while (System.nanoTime() < end) {
                selector.select(LONGEST_LOOK);
                for (SelectionKey key : selector.selectedKeys()) {
                    takeIn((SocketChannel) key.channel(), (Asking) key.attachment());
                }
                selector.selectedKeys().clear();
            }
            double taken = System.nanoTime() - begin;
            int count = latencies.count();
            return new Traffic(
                    count * NANOS_PER_SECOND / taken,
                    latencies.percentile(50),
                    latencies.percentile(99),
                    errors,
                    bytes / Math.max(1, count),
                    (threads.getCurrentThreadCpuTime() - used) / taken);
        }

        private void takeIn(SocketChannel channel, Asking asking) throws IOException {
            buffer.clear();
            if (channel.read(buffer) < 0) {
                throw new EOFException("The connection was closed before the answer ended");
            }
            if (asking.reader.take(buffer.flip())) {
                latencies.add(System.nanoTime() - asking.askedAt);
                errors += asking.reader.status() == OK ? 0 : 1;
                bytes += asking.reader.bytes();
                ask(channel, asking);
            }
        }

        private void ask(SocketChannel channel, Asking asking) throws IOException {
            ByteBuffer request = requests.get().toSend();
            asking.askedAt = System.nanoTime();
            // far smaller than what a socket takes at once
            while (request.hasRemaining()) {
                channel.write(request);
            }
        }
    }
}
