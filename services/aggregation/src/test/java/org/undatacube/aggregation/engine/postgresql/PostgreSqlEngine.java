package org.undatacube.aggregation.engine.postgresql;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.Intake;
import org.undatacube.aggregation.engine.KeyOrder;
import org.undatacube.aggregation.engine.LineReader;
import org.undatacube.aggregation.engine.LineReading;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Rebuild;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.engine.Tally;
import org.undatacube.aggregation.engine.TallyReader;
import org.undatacube.aggregation.engine.sql.AggregationSql;
import org.undatacube.aggregation.engine.sql.LineTable;
import org.undatacube.aggregation.engine.sql.LinesSql;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/** The lines in PostgreSQL: a second opinion on the same SQL. It is asked by one thread and never rebuilt. */
public final class PostgreSqlEngine implements Engine, Intake, Snapshot {
    private static final int MOST_CELLS = 1_000_000;

    private final Connection connection;
    private final DSLContext sql;
    private final String schema = "cube_" + UUID.randomUUID();
    private Catalogue catalogue = Catalogue.EMPTY;

    private PostgreSqlEngine(Connection connection) {
        this.connection = connection;
        this.sql = DSL.using(connection, SQLDialect.POSTGRES);
    }

    public static PostgreSqlEngine create() {
        PostgreSqlEngine engine = new PostgreSqlEngine(PostgreSqlServer.connect());
        engine.sql.createSchema(DSL.name(engine.schema)).execute();
        for (Flow flow : Flow.values()) {
            LineTable lines = engine.lines(flow);
            engine.sql.createTable(lines.table()).columns(lines.columns()).execute();
        }
        return engine;
    }

    @Override
    public <T> T read(Function<Snapshot, T> reading) {
        return reading.apply(this);
    }

    @Override
    public Intake intake() {
        return this;
    }

    @Override
    public Rebuild rebuild() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public void lines(Flow cube, Collection<Long> breakdowns, LineReader reader) {
        throw new UnsupportedOperationException("no pre-aggregates are filled from here");
    }

    @Override
    public List<PublishedLine> read(LineReading reading, Patience patience) {
        LinesSql compiled = new LinesSql(reading, lines(reading.cube()));
        List<PublishedLine> lines = new ArrayList<>();
        try (ResultSet rows = sql.resultQuery("{0}", compiled.select()).fetchResultSet()) {
            while (rows.next()) {
                lines.add(compiled.line(rows));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return lines;
    }

    @Override
    public List<Tally> tally(Aggregation aggregation, Patience patience) {
        patience.check();
        AggregationSql compiled = new AggregationSql(aggregation, lines(aggregation.cube()));
        return tallies(compiled, compiled.select(MOST_CELLS));
    }

    @Override
    public void stream(Aggregation aggregation, List<KeyOrder> order, Patience patience, TallyReader reader)
            throws IOException {
        AggregationSql compiled = new AggregationSql(aggregation, lines(aggregation.cube()));
        for (Tally tally : tallies(compiled, compiled.sorted(order))) {
            reader.tally(tally);
        }
    }

    private List<Tally> tallies(AggregationSql compiled, Select<?> select) {
        List<Tally> tallies = new ArrayList<>();
        try (ResultSet rows = sql.resultQuery("{0}", select).fetchResultSet()) {
            while (rows.next()) {
                tallies.add(compiled.tally(rows));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return tallies;
    }

    @Override
    public void takeIn(EditionChange change, Lines lines) throws IOException {
        Catalogue next = catalogue.with(change);
        Map<Long, Publication> owners = new HashMap<>();
        change.publications()
                .forEach(publication ->
                        publication.breakdowns().forEach(breakdown -> owners.put(breakdown.breakdown(), publication)));
        Map<Flow, StringWriter> texts = new EnumMap<>(Flow.class);
        Map<Flow, CsvWriter> writers = new EnumMap<>(Flow.class);
        for (Flow flow : Flow.values()) {
            texts.put(flow, new StringWriter());
            writers.put(flow, CsvWriter.builder().build(texts.get(flow)));
        }
        lines.forEach(line -> {
            Publication owner = owners.get(line.breakdown());
            writers.get(owner.flow()).writeRecord(fields(line, owner));
        });
        for (Flow flow : Flow.values()) {
            writers.get(flow).close();
            copy(flow, texts.get(flow).toString());
        }
        catalogue = next;
    }

    @Override
    public void close() {
        sql.dropSchema(DSL.name(schema)).cascade().execute();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> fields(PublishedLine line, Publication owner) {
        List<String> fields = new ArrayList<>();
        fields.add(Long.toString(line.breakdown()));
        fields.add(Long.toString(line.line()));
        fields.add(Integer.toString(owner.year()));
        fields.add(line.amount().toPlainString());
        for (Dimension dimension : CubeDimensions.of(owner.flow())) {
            fields.add(line.codes().get(dimension));
        }
        return fields;
    }

    private void copy(Flow flow, String csv) throws IOException {
        String into = "copy " + sql.render(lines(flow).table()) + " from stdin with (format csv)";
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(into, new StringReader(csv));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private LineTable lines(Flow flow) {
        Table<Record> table = DSL.table(DSL.name(schema, flow.code() + "_line"));
        return new LineTable(flow, table);
    }
}
