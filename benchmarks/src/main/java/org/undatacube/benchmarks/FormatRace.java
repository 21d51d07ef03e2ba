package org.undatacube.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.undatacube.benchmarks.http.Request;
import org.undatacube.benchmarks.http.Traffic;

/** One answer of millions of cells, and one of seventy, in every format; beside what DuckDB itself writes. */
final class FormatRace {
    private static final List<String> STREAMED = List.of("csv", "json", "ndjson", "arrow");
    private static final List<String> PREPARED = List.of("parquet");
    private static final List<String> ALL =
            List.of("json", "csv", "ndjson", "columnar", "json-stat", "xlsx", "parquet", "arrow");
    private static final String QUESTION = "/api/v1/cubes/expense/aggregate?drilldown=entity.subentity,year,"
            + "location.country,sdg.target,contributor.contributor,instrument.fund,function.function,gem.marker";
    private static final String COLUMNS = "entity_subentity, year, location_country, sdg_target,"
            + " contributor_contributor, instrument_fund, function_function, gem_marker";
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long BYTES_PER_MIB = 1 << 20;
    private static final int BUFFER = 1 << 16;
    private static final int CONNECTIONS = 8;
    private static final int CANCELLED = 5;
    /** The service is new; the one that is measured first must not pay for it. */
    private static final int WARM_UPS = 3;

    private static final Duration TIME = Duration.ofSeconds(5);

    private final Suite suite;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What came of a stream. */
    private record Read(double firstByteMillis, double seconds, long bytes, long lines) {}

    FormatRace(Suite suite) {
        this.suite = suite;
    }

    /** @param bare holds the same lines */
    MarkdownTable large(Connection bare) throws Exception {
        MarkdownTable table = new MarkdownTable(
                "format", "cells", "first byte, ms", "s", "cells a second", "MiB", "aggregation, most ever, MiB");
        long cells = -1;
        for (String format : STREAMED) {
            Read read = read(request(QUESTION + "&labels=id&format=" + format));
            // the first is CSV, of which the lines can be counted
            cells = cells < 0 ? read.lines - 1 : cells;
            table.add(row(format, cells, read));
        }
        for (String format : PREPARED) {
            table.add(row(format + ", prepared", cells, prepare(format)));
        }
        for (String format : List.of("csv", "parquet")) {
            table.add(row("bare DuckDB, copy to " + format, cells, copy(bare, format)));
        }
        return table;
    }

    private List<String> row(String what, long cells, Read read) throws IOException {
        return List.of(
                what,
                Long.toString(cells),
                read.firstByteMillis < 0 ? "" : MarkdownTable.number(read.firstByteMillis, 0),
                MarkdownTable.number(read.seconds, 1),
                MarkdownTable.number(cells / read.seconds, 0),
                MarkdownTable.number((double) read.bytes / BYTES_PER_MIB, 0),
                what.startsWith("bare") ? "" : Long.toString(Memory.peakMib(suite, Suite.AGGREGATION)));
    }

    private HttpRequest.Builder builder(String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + suite.port(Suite.GATEWAY) + target));
    }

    private HttpRequest request(String target) {
        return builder(target).build();
    }

    private Read read(HttpRequest request) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException(request.uri() + ": " + response.statusCode());
        }
        long first = 0;
        long bytes = 0;
        long lines = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream body = response.body()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                first = first == 0 ? System.nanoTime() : first;
                bytes += read;
                for (int index = 0; index < read; index++) {
                    lines += buffer[index] == '\n' ? 1 : 0;
                }
            }
        }
        return new Read(
                (first - begin) / NANOS_PER_MILLI, (System.nanoTime() - begin) / NANOS_PER_SECOND, bytes, lines);
    }

    /** Until it could be fetched. */
    private Read prepare(String format) throws Exception {
        long begin = System.nanoTime();
        HttpResponse<String> accepted =
                http.send(request(QUESTION + "&labels=id&format=" + format), BodyHandlers.ofString());
        String address = accepted.headers().firstValue("Location").orElseThrow(() -> new IOException(accepted.body()));
        Suite.await(
                () -> !suite.getJson(Suite.GATEWAY, address).path("finishedAt").isMissingNode());
        if (!suite.getJson(Suite.GATEWAY, address).path("state").asText().equals("succeeded")) {
            throw new IOException(suite.get(Suite.GATEWAY, address));
        }
        return new Read(
                -1,
                (System.nanoTime() - begin) / NANOS_PER_SECOND,
                suite.getJson(Suite.GATEWAY, address).path("bytes").asLong(),
                0);
    }

    private static Read copy(Connection bare, String format) throws SQLException, IOException {
        Path file = Files.createTempFile("copied", "." + format);
        long begin = System.nanoTime();
        try (Statement statement = bare.createStatement()) {
            statement.execute("copy (select " + COLUMNS + ", sum(amount) as amount from " + WideTable.NAME
                    + " group by all order by all) to '" + file + "' (format " + format + ")");
            return new Read(-1, (System.nanoTime() - begin) / NANOS_PER_SECOND, Files.size(file), 0);
        } finally {
            Files.delete(file);
        }
    }

    /** With room for one stream at a time: how soon after one was broken off the next one begins. */
    MarkdownTable cancelled() throws Exception {
        List<Double> taken = new ArrayList<>();
        for (int run = 0; run < CANCELLED; run++) {
            HttpResponse<InputStream> broken =
                    http.send(request(QUESTION + "&labels=id&format=csv"), BodyHandlers.ofInputStream());
            if (broken.body().readNBytes(BUFFER).length < BUFFER) {
                throw new IOException("The stream ended too soon");
            }
            long begin = System.nanoTime();
            broken.body().close();
            HttpResponse<InputStream> next =
                    http.send(request(QUESTION + "&labels=id&format=csv"), BodyHandlers.ofInputStream());
            if (next.body().read() < 0) {
                throw new IOException("The next stream did not begin");
            }
            taken.add((System.nanoTime() - begin) / NANOS_PER_MILLI);
            next.body().close();
        }
        taken.sort(null);
        MarkdownTable table = new MarkdownTable("broken off, to the first byte of the next", "ms", "wanted, at most");
        table.add(List.of("median of " + CANCELLED, MarkdownTable.number(taken.get(CANCELLED / 2), 0), "500"));
        table.add(List.of("slowest", MarkdownTable.number(taken.get(CANCELLED - 1), 0), "500"));
        return table;
    }

    MarkdownTable small(CubeQuestion repeated) throws IOException {
        MarkdownTable table = new MarkdownTable(
                "70 cells, asked on " + CONNECTIONS + " connections",
                "answers a second",
                "median, ms",
                "p99, ms",
                "bytes an answer",
                "errors");
        int port = suite.port(Suite.AGGREGATION);
        Request first = Request.get(port, repeated.target());
        for (int round = 0; round < WARM_UPS; round++) {
            Traffic.of(port, CONNECTIONS, TIME, () -> first);
        }
        for (String format : ALL) {
            Request request = Request.get(port, repeated.target() + "&format=" + format);
            Traffic.of(port, CONNECTIONS, TIME, () -> request);
            Traffic traffic = Traffic.of(port, CONNECTIONS, TIME, () -> request);
            table.add(List.of(
                    format,
                    MarkdownTable.number(traffic.perSecond(), 0),
                    MarkdownTable.number(traffic.median(), 2),
                    MarkdownTable.number(traffic.p99(), 2),
                    Long.toString(traffic.bytes()),
                    Long.toString(traffic.errors())));
        }
        return table;
    }
}
