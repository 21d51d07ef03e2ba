package org.undatacube.aggregation.engine.duckdb;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jooq.Result;
import org.jooq.exception.DataAccessException;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.engine.Tally;
import org.undatacube.aggregation.engine.sql.AggregationSql;
import org.undatacube.http.Problem;

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
            requireNotTooMany(rows.size());
            return rows.stream().map(sql::tally).toList();
        } catch (DataAccessException e) {
            throw e.getCause() instanceof SQLTimeoutException ? patience.tooSlow() : e;
        } catch (SQLException e) {
            throw new DataAccessException("The store gives no connection", e);
        }
    }

    private void requireNotTooMany(int cells) {
        if (cells > mostCells) {
            throw new Problem(
                            AggregationProblem.TOO_MANY_CELLS,
                            "The question puts lines together into more than " + mostCells
                                    + " cells. Drill down less deeply, or cut.")
                    .with("limit", mostCells);
        }
    }
}
