package org.undatacube.aggregation.engine.duckdb;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
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
    private final CubeSchema schema;
    private final DuckDBConnection connection;
    private final Map<Flow, DuckDBAppender> appenders = new EnumMap<>(Flow.class);
    private final Map<Long, Announced> breakdowns = new HashMap<>();

    /** A breakdown, and how much of it came already. */
    private static final class Announced {
        private final Publication publication;
        private final PublishedBreakdown breakdown;
        private long lines;
        private BigDecimal total = BigDecimal.ZERO;

        Announced(Publication publication, PublishedBreakdown breakdown) {
            this.publication = publication;
            this.breakdown = breakdown;
        }

        void add(PublishedLine line) {
            lines++;
            total = total.add(line.amount());
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
        lines.forEach(this::write);
        for (Announced announced : breakdowns.values()) {
            if (!announced.isComplete()) {
                throw new IOException("Breakdown " + announced.breakdown.breakdown() + " has "
                        + announced.breakdown.lines() + " lines of " + announced.breakdown.total() + "; there came "
                        + announced.lines + " of " + announced.total);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (DuckDBAppender appender : appenders.values()) {
            appender.close();
        }
    }

    private void write(PublishedLine line) {
        Announced announced = breakdowns.get(line.breakdown());
        if (announced == null) {
            throw new IllegalStateException(
                    "A line is of breakdown " + line.breakdown() + ", which is not of this" + " edition");
        }
        requireCodes(line, announced.breakdown);
        announced.add(line);
        try {
            append(line, announced.publication);
        } catch (SQLException e) {
            throw new DataAccessException("A line cannot be stored", e);
        }
    }

    private static void requireCodes(PublishedLine line, PublishedBreakdown breakdown) {
        if (!line.codes().containsKey(Dimension.ENTITY)
                || !line.codes().keySet().containsAll(breakdown.dimensions().dimensions())) {
            throw new IllegalStateException("Line " + line.line() + " of breakdown " + line.breakdown()
                    + " lacks a code in one of its dimensions");
        }
    }

    private void append(PublishedLine line, Publication publication) throws SQLException {
        Flow flow = publication.flow();
        DuckDBAppender appender = appenders.get(flow);
        if (appender == null) {
            appender = connection.createAppender(schema.name(), CubeSchema.lineTable(flow));
            appenders.put(flow, appender);
        }
        appender.beginRow();
        appender.append(line.breakdown());
        appender.append(publication.year());
        appender.append(line.amount().setScale(LineTable.AMOUNT_TYPE.scale(), RoundingMode.UNNECESSARY));
        for (Dimension dimension : CubeDimensions.of(flow)) {
            appender.append(line.codes().get(dimension));
        }
        appender.endRow();
    }
}
