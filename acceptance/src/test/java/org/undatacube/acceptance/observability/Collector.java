package org.undatacube.acceptance.observability;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Where traces go: keeps what is sent to it by OTLP over HTTP. Each message is of one service. */
final class Collector implements AutoCloseable {
    private static final int TRACE_ID_BYTES = 16;
    /** A span's first field, and its length. */
    private static final String TRACE_ID = "\n" + (char) TRACE_ID_BYTES;

    private final HttpServer server;
    /** Read as ISO 8859-1, in which no byte is lost. */
    private final List<String> messages = new CopyOnWriteArrayList<>();

    Collector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::receive);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The services of which spans of a trace have come. */
    Set<String> servicesOf(String traceId) {
        String bytes = new String(HexFormat.of().parseHex(traceId), StandardCharsets.ISO_8859_1);
        return Stream.of("gateway", "registry", "contributions", "aggregation")
                .filter(service -> messages.stream()
                        .anyMatch(message -> message.contains(bytes) && message.contains(named(service))))
                .collect(Collectors.toSet());
    }

    /** The trace of a span that has come, by its name. */
    Optional<String> traceOf(String span) {
        return messages.stream()
                .filter(message -> message.contains(span))
                .map(message -> {
                    int id = message.lastIndexOf(TRACE_ID, message.indexOf(span)) + TRACE_ID.length();
                    return HexFormat.of()
                            .formatHex(
                                    message.substring(id, id + TRACE_ID_BYTES).getBytes(StandardCharsets.ISO_8859_1));
                })
                .findFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** As the message's resource says it: the attribute, and then its value with tags and lengths before it. */
    private static String named(String service) {
        return "service.name\u0012" + (char) (service.length() + 2) + '\n' + (char) service.length() + service;
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean isPacked = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            try (InputStream message =
                    isPacked ? new GZIPInputStream(new ByteArrayInputStream(body)) : new ByteArrayInputStream(body)) {
                messages.add(new String(message.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }
}
