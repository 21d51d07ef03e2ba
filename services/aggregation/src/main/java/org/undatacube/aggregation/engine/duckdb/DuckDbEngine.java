package org.undatacube.aggregation.engine.duckdb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jooq.exception.DataAccessException;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.engine.CellLimit;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.EngineConfig;
import org.undatacube.aggregation.engine.Intake;
import org.undatacube.aggregation.engine.Rebuild;
import org.undatacube.aggregation.engine.Snapshot;

/**
 * The engine on one DuckDB file. Whatever is exchanged is built under a new name first; then the {@link State} is
 * exchanged, and what it no longer names is dropped by the last who reads from it. Nobody waits for that.
 */
public final class DuckDbEngine implements Engine {
    private static final Logger LOG = Logger.getLogger(DuckDbEngine.class);

    private static final String MEMORY = "select sum(memory_usage_bytes) from duckdb_memory()";

    private final Database database;
    private final Readers readers;
    private final States states;
    private final CellLimit limit;

    private DuckDbEngine(Database database, State state, CellLimit limit) {
        this.database = database;
        this.readers = new Readers(database);
        this.states = new States(state);
        this.limit = limit;
    }

    /** Opens the store, or begins a new one; what a rebuild left unfinished is dropped. */
    public static DuckDbEngine open(EngineConfig config) {
        Database database = Database.open(config);
        try {
            CubeSchema schema = LiveCube.openOrCreate(database);
            State[] state = new State[1];
            database.transaction((connection, sql) -> state[0] = new State(schema, new History(schema).read(sql)));
            return new DuckDbEngine(database, state[0], CellLimit.of(config));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public <T> T read(Function<Snapshot, T> reading) {
        State state = states.enter();
        try {
            return reading.apply(new DuckDbSnapshot(readers, state, limit));
        } finally {
            if (states.leave(state.schema())) {
                drop(state.schema());
            }
        }
    }

    @Override
    public Intake intake() {
        State state = states.present();
        return new CubeIntake(database, state.schema(), state.catalogue(), states::show);
    }

    @Override
    public Rebuild rebuild() {
        CubeSchema aside = new CubeSchema(states.present().schema().number() + 1);
        database.transaction((connection, sql) -> {
            aside.drop(sql);
            aside.create(sql);
        });
        return new CubeRebuild(database, aside, this::replace);
    }

    @Override
    public long memory() {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet bytes = statement.executeQuery(MEMORY)) {
            bytes.next();
            return bytes.getLong(1);
        } catch (SQLException e) {
            throw new DataAccessException("The engine does not say what memory it takes", e);
        }
    }

    @Override
    public void close() {
        readers.close();
        database.close();
    }

    private void replace(CubeSchema schema, Catalogue catalogue) {
        CubeSchema replaced = states.present().schema();
        database.transaction((connection, sql) -> LiveCube.set(sql, schema));
        if (states.replace(new State(schema, catalogue))) {
            drop(replaced);
        }
    }

    /** What cannot be dropped now is dropped when the store is opened next. */
    private void drop(CubeSchema forsaken) {
        try {
            database.transaction((connection, sql) -> forsaken.drop(sql));
        } catch (DataAccessException e) {
            LOG.warnf(e, "The old cube %s cannot be dropped yet", forsaken.name());
        }
    }
}
