package org.undatacube.aggregation.engine.duckdb;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jooq.exception.DataAccessException;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.aggregation.engine.Intake.Lines;
import org.undatacube.aggregation.engine.sql.LineTable;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/** Writes one edition's lines, and sees to it that they are exactly those that the edition announces. */
final class LineWriter implements AutoCloseable {
    private static final Map<Flow, List<Dimension>> DIMENSIONS =
            Stream.of(Flow.values()).collect(Collectors.toUnmodifiableMap(flow -> flow, CubeDimensions::of));

    private static final int BATCH = 2_048;

    private final CubeSchema schema;
    private final DuckDBConnection connection;
    private final BesideThread storing = new BesideThread("store-lines");
    private List<PublishedLine> batch = new ArrayList<>(BATCH);
    private final Map<Flow, DuckDBAppender> appenders = new EnumMap<>(Flow.class);
    private final Map<Long, Announced> breakdowns = new HashMap<>();
    private Announced latest;

    /** A breakdown, and how much of it came already. */
    private static final class Announced {
        private final Publication publication;
        private final PublishedBreakdown breakdown;
        private final List<Dimension> required;
        private long lines;
        private BigDecimal total = BigDecimal.ZERO;

        Announced(Publication publication, PublishedBreakdown breakdown) {
            this.publication = publication;
            this.breakdown = breakdown;
            this.required = Stream.concat(Stream.of(Dimension.ENTITY), breakdown.dimensions().inOrder().stream())
                    .toList();
        }

        void add(BigDecimal amount) {
            lines++;
            total = total.add(amount);
        }

        boolean isComplete() {
            return lines == breakdown.lines() && total.compareTo(breakdown.total()) == 0;
        }
    }

    LineWriter(CubeSchema schema, DuckDBConnection connection, EditionChange change) throws SQLException {
        this.schema = schema;
        this.connection = connection;
        for (Publication publication : change.publications()) {
            for (PublishedBreakdown breakdown : publication.breakdowns()) {
                if (!breakdown.carried()) {
                    breakdowns.put(breakdown.breakdown(), new Announced(publication, breakdown));
                }
            }
        }
    }

    /** @throws IOException where the lines cannot be read to their end or are not those that were announced */
    void write(Lines lines) throws IOException {
        lines.forEach(this::add);
        handOver();
        storing.await();
        for (Announced announced : breakdowns.values()) {
            if (!announced.isComplete()) {
                throw new IOException("Breakdown " + announced.breakdown.breakdown() + " has "
                        + announced.breakdown.lines() + " lines of " + announced.breakdown.total() + "; there came "
                        + announced.lines + " of " + announced.total);
            }
        }
    }

    @Override
    public void close() {
        // an appender gives its last rows to the store on the thread alone that made it
        storing.close(this::closeAppenders);
    }

    private void closeAppenders() {
        DataAccessException failure = null;
        for (DuckDBAppender appender : appenders.values()) {
            try {
                appender.close();
            } catch (SQLException e) {
                if (failure == null) {
                    failure = new DataAccessException("The last lines cannot be stored", e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void add(PublishedLine line) {
        batch.add(line);
        if (batch.size() == BATCH) {
            handOver();
        }
    }

    /** Lines are stored by another thread while the next ones are read. */
    private void handOver() {
        List<PublishedLine> read = batch;
        batch = new ArrayList<>(BATCH);
        storing.begin(() -> read.forEach(this::store));
    }

    private void store(PublishedLine line) {
        Announced announced = announced(line.breakdown());
        requireCodes(line, announced);
        BigDecimal amount = line.amount().setScale(LineTable.AMOUNT_TYPE.scale(), RoundingMode.UNNECESSARY);
        announced.add(amount);
        try {
            append(line, amount, announced.publication);
        } catch (SQLException e) {
            throw new DataAccessException("A line cannot be stored", e);
        }
    }

    /** A breakdown's lines come one after the other. */
    private Announced announced(long breakdown) {
        if (latest == null || latest.breakdown.breakdown() != breakdown) {
            latest = breakdowns.get(breakdown);
        }
        if (latest == null) {
            throw new IllegalStateException(
                    "A line is of breakdown " + breakdown + ", which is not of this" + " edition");
        }
        return latest;
    }

    private static void requireCodes(PublishedLine line, Announced announced) {
        for (Dimension dimension : announced.required) {
            if (line.codes().get(dimension) == null) {
                throw new IllegalStateException("Line " + line.line() + " of breakdown " + line.breakdown()
                        + " lacks a code in one of its dimensions");
            }
        }
    }

    private void append(PublishedLine line, BigDecimal amount, Publication publication) throws SQLException {
        Flow flow = publication.flow();
        DuckDBAppender appender = appenders.get(flow);
        if (appender == null) {
            appender = connection.createAppender(schema.name(), CubeSchema.lineTable(flow));
            appenders.put(flow, appender);
        }
        appender.beginRow();
        appender.append(line.breakdown());
        appender.append(line.line());
        appender.append(publication.year());
        appender.append(amount);
        for (Dimension dimension : DIMENSIONS.get(flow)) {
            appender.append(line.codes().get(dimension));
        }
        appender.endRow();
    }
}
