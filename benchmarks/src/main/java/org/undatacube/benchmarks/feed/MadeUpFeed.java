package org.undatacube.benchmarks.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.undatacube.changefeed.LineStream;
import org.undatacube.codelists.DimensionSet;

/** The change feed of the contributions service, with made-up figures that are generated while they are read. */
public final class MadeUpFeed implements AutoCloseable {
    private static final String CHANGES = "/feed";
    private static final String EDITIONS = CHANGES + "/editions/";
    private static final String MOST = "1000";
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance));

    private final MadeUpFigures figures;
    private final long[] cents;
    private final HttpServer server;
    private final ExecutorService answering = Executors.newCachedThreadPool();
    private volatile History history;
    private volatile boolean isOut;
    private volatile long begunAt;
    private int histories;

    /** Serves on a port of this machine. */
    public MadeUpFeed(int port, MadeUpFigures figures) throws IOException {
        this.figures = figures;
        this.cents = History.cents(figures);
        this.history = new History(histories++, figures, cents);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(CHANGES, this::answer);
        server.setExecutor(answering);
        server.start();
    }

    /** The number of the last edition. */
    public long last() {
        return history.last();
    }

    /** When the first edition's lines were asked for last, by {@link System#nanoTime}. */
    public long begunAt() {
        return begunAt;
    }

    /** Adds an edition that publishes everything again and changes no figure. */
    public void repeat() {
        history.repeat();
    }

    /** After a short outage, as after a restore: the same figures, published by other submissions and one edition more. */
    public void tellAnotherHistory() {
        History other = new History(histories++, figures, cents);
        while (other.last() <= history.last()) {
            other.repeat();
        }
        begunAt = 0;
        history = other;
        isOut = true;
    }

    @Override
    public void close() {
        server.stop(0);
        answering.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (isOut) {
                isOut = false;
                exchange.sendResponseHeaders(UNAVAILABLE, -1);
            } else if (path.startsWith(EDITIONS)) {
                String edition = path.substring(EDITIONS.length()).replace("/lines", "");
                exchange.getResponseHeaders().set("Content-Type", LineStream.MEDIA_TYPE);
                exchange.sendResponseHeaders(OK, 0);
                writeLines(Integer.parseInt(edition), exchange.getResponseBody());
            } else {
                Map<String, String> query = query(exchange);
                byte[] changes = JSON.writeValueAsBytes(history.after(
                        Long.parseLong(query.getOrDefault("after", "0")),
                        Integer.parseInt(query.getOrDefault("limit", MOST))));
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(OK, changes.length);
                exchange.getResponseBody().write(changes);
            }
        }
    }

    private void writeLines(int edition, OutputStream out) throws IOException {
        if (edition == 1) {
            begunAt = System.nanoTime();
        }
        LineRenderer renderer = new LineRenderer(out, figures);
        List<EntityYear> entityYears = figures.entityYears();
        if (edition <= entityYears.size()) {
            EntityYear entityYear = entityYears.get(edition - 1);
            for (int index = 0; index < entityYear.breakdowns().size(); index++) {
                write(entityYear, index, renderer);
            }
        }
        renderer.end();
    }

    private void write(EntityYear entityYear, int index, LineRenderer renderer) throws IOException {
        long breakdown = History.breakdown(entityYear, index);
        DimensionSet dimensions = entityYear.breakdowns().get(index);
        long[] line = {0};
        figures.forEach(
                entityYear, (year, codes, amount) -> renderer.write(breakdown, ++line[0], dimensions, codes, amount));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String text = exchange.getRequestURI().getQuery();
        if (text != null) {
            for (String pair : text.split("&", -1)) {
                int equals = pair.indexOf('=');
                query.put(pair.substring(0, Math.max(0, equals)), pair.substring(equals + 1));
            }
        }
        return query;
    }
}
