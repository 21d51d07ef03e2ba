package org.undatacube.aggregation.engine.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.CellLimit;
import org.undatacube.aggregation.engine.KeyOrder;
import org.undatacube.aggregation.engine.LineReader;
import org.undatacube.aggregation.engine.LineReading;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Plan;
import org.undatacube.aggregation.engine.Route;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.engine.Tally;
import org.undatacube.aggregation.engine.TallyReader;
import org.undatacube.aggregation.engine.sql.AggregationSql;
import org.undatacube.aggregation.engine.sql.LinesSql;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.Flow;
import org.undatacube.http.Problem;

/** Answers from one state of the file. */
record DuckDbSnapshot(Readers readers, State state, CellLimit limit) implements Snapshot {
    @Override
    public Catalogue catalogue() {
        return state.catalogue();
    }

    @Override
    public List<Tally> tally(Aggregation aggregation, Patience patience) {
        if (aggregation.breakdowns().isEmpty()) {
            return List.of();
        }
        patience.check();
        AggregationSql sql = new AggregationSql(aggregation, state.schema().lines(aggregation.cube()));
        try {
            List<Tally> tallies = readers.read(reader ->
                    reader.fetch(state, sql.select(limit.most() + 1), row -> tally(sql, row, patience), patience));
            limit.require(tallies.size());
            return tallies;
        } catch (SQLException e) {
            throw failed(e, patience);
        }
    }

    @Override
    public Plan plan(Aggregation aggregation) {
        Select<?> select = new AggregationSql(aggregation, state.schema().lines(aggregation.cube())).select(limit.most() + 1);
        return new Plan(
                new Route.Scan(),
                Optional.empty(),
                List.of(),
                Optional.of(new Plan.Statement(
                        DSL.using(SQLDialect.DUCKDB).render(select),
                        select.getBindValues().size())));
    }

    @Override
    public void stream(Aggregation aggregation, List<KeyOrder> order, Patience patience, TallyReader reader)
            throws IOException {
        if (aggregation.breakdowns().isEmpty()) {
            return;
        }
        patience.check();
        AggregationSql sql = new AggregationSql(aggregation, state.schema().lines(aggregation.cube()));
        try {
            readers.read(ofStore -> {
                ofStore.forEach(state, sql.sorted(order), row -> told(reader, sql.tally(row)), patience);
                return null;
            });
        } catch (SQLException e) {
            throw failed(e, patience);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Tally told(TallyReader reader, Tally tally) {
        try {
            reader.tally(tally);
            return tally;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuntimeException failed(SQLException e, Patience patience) {
        // the question was interrupted
        patience.check();
        return isOutOfMemory(e) ? tooLarge(e) : new DataAccessException("The store cannot add up", e);
    }

    private static Tally tally(AggregationSql sql, ResultSet row, Patience patience) throws SQLException {
        patience.hold(1);
        return sql.tally(row);
    }

    @Override
    public List<PublishedLine> read(LineReading reading, Patience patience) {
        if (reading.breakdowns().isEmpty()) {
            return List.of();
        }
        patience.check();
        LinesSql sql = new LinesSql(reading, state.schema().lines(reading.cube()));
        try {
            return readers.read(reader -> reader.fetch(state, sql.select(), sql::line, patience));
        } catch (SQLException e) {
            throw failed(e, patience);
        }
    }

    @Override
    public void lines(Flow cube, Collection<Long> breakdowns, LineReader reader) {
        try (DuckDBConnection connection = readers.database().connect()) {
            StoredLines.read(connection, state.schema().lines(cube), breakdowns, reader);
        } catch (SQLException e) {
            throw new DataAccessException("Lines cannot be read back", e);
        }
    }

    private static boolean isOutOfMemory(SQLException e) {
        return String.valueOf(e.getMessage()).contains("Out of Memory");
    }

    private static Problem tooLarge(SQLException e) {
        return new Problem(
                AggregationProblem.TOO_LARGE,
                "The question needs more memory than is allowed. Drill down less deeply, or cut.",
                e);
    }
}
