package org.undatacube.aggregation.engine.duckdb;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Collection;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jooq.Result;
import org.jooq.exception.DataAccessException;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.CellLimit;
import org.undatacube.aggregation.engine.LineReader;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.engine.Tally;
import org.undatacube.aggregation.engine.sql.AggregationSql;
import org.undatacube.codelists.Flow;

/** Answers from one state of the file. */
record DuckDbSnapshot(Database database, State state, int mostCells) implements Snapshot {
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
        try (DuckDBConnection connection = database.connect()) {
            Result<?> rows = Database.sql(connection, patience.left()).fetch(sql.select(mostCells + 1));
            new CellLimit(mostCells).require(rows.size());
            return rows.stream().map(sql::tally).toList();
        } catch (DataAccessException e) {
            throw e.getCause() instanceof SQLTimeoutException ? patience.tooSlow() : e;
        } catch (SQLException e) {
            throw new DataAccessException("The store gives no connection", e);
        }
    }

    @Override
    public void lines(Flow cube, Collection<Long> breakdowns, LineReader reader) {
        try (DuckDBConnection connection = database.connect()) {
            StoredLines.read(connection, state.schema().lines(cube), breakdowns, reader);
        } catch (SQLException e) {
            throw new DataAccessException("Lines cannot be read back", e);
        }
    }
}
