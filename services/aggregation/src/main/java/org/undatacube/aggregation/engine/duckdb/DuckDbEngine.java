package org.undatacube.aggregation.engine.duckdb;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.engine.CellLimit;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.EngineConfig;
import org.undatacube.aggregation.engine.Intake;
import org.undatacube.aggregation.engine.Rebuild;
import org.undatacube.aggregation.engine.Snapshot;

/**
 * The engine on one DuckDB file. Whatever is exchanged is built under a new name first; then the {@link State} is
 * exchanged, and what it no longer names is dropped once nobody reads from it.
 */
public final class DuckDbEngine implements Engine {
    private final Database database;
    private final Readers readers;
    private final CellLimit limit;
    /** Held for reading by every question, and for writing to drop what questions could still read. */
    private final ReadWriteLock inUse = new ReentrantReadWriteLock();

    private volatile State state;

    private DuckDbEngine(Database database, State state, CellLimit limit) {
        this.database = database;
        this.readers = new Readers(database);
        this.state = state;
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
        inUse.readLock().lock();
        try {
            return reading.apply(new DuckDbSnapshot(readers, state, limit));
        } finally {
            inUse.readLock().unlock();
        }
    }

    @Override
    public Intake intake() {
        return new CubeIntake(database, state.schema(), state.catalogue(), this::see);
    }

    @Override
    public Rebuild rebuild() {
        CubeSchema aside = new CubeSchema(state.schema().number() + 1);
        database.transaction((connection, sql) -> {
            aside.drop(sql);
            aside.create(sql);
        });
        return new CubeRebuild(database, aside, this::replace);
    }

    @Override
    public void close() {
        readers.close();
        database.close();
    }

    private synchronized void see(Catalogue catalogue) {
        state = new State(state.schema(), catalogue);
    }

    private synchronized void replace(CubeSchema schema, Catalogue catalogue) {
        CubeSchema replaced = state.schema();
        database.transaction((connection, sql) -> LiveCube.set(sql, schema));
        state = new State(schema, catalogue);
        inUse.writeLock().lock();
        try {
            database.transaction((connection, sql) -> replaced.drop(sql));
        } finally {
            inUse.writeLock().unlock();
        }
    }
}
