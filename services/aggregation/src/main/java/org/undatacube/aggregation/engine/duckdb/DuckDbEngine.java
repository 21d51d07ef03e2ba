package org.undatacube.aggregation.engine.duckdb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.EngineConfig;
import org.undatacube.aggregation.engine.Intake;
import org.undatacube.aggregation.engine.Rebuild;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.codelists.Dimension;

/**
 * The engine on one DuckDB file. Whatever is exchanged is built under a new name first; then the {@link State} is
 * exchanged, and what it no longer names is dropped once nobody reads from it.
 */
public final class DuckDbEngine implements Engine {
    private final Database database;
    private final Duration timeLimit;
    /** Held for reading by every question, and for writing to drop what questions could still read. */
    private final ReadWriteLock inUse = new ReentrantReadWriteLock();

    private volatile State state;
    private int memberTableNumber;

    private DuckDbEngine(Database database, State state, Duration timeLimit) {
        this.database = database;
        this.state = state;
        this.timeLimit = timeLimit;
    }

    /** Opens the store, or begins a new one; what a rebuild left unfinished is dropped. */
    public static DuckDbEngine open(EngineConfig config) {
        Database database = Database.open(config);
        try {
            CubeSchema schema = LiveCube.openOrCreate(database);
            State[] state = new State[1];
            database.transaction((connection, sql) ->
                    state[0] = new State(schema, new History(schema).read(sql), Optional.empty(), Map.of()));
            return new DuckDbEngine(database, state[0], config.timeLimit());
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public <T> T read(Function<Snapshot, T> reading) {
        inUse.readLock().lock();
        try {
            return reading.apply(new DuckDbSnapshot(database, state, timeLimit));
        } finally {
            inUse.readLock().unlock();
        }
    }

    @Override
    public synchronized void use(Members members) {
        Map<Dimension, MemberTable> tables = new EnumMap<>(Dimension.class);
        List<MemberTable> replaced = new ArrayList<>();
        database.transaction((connection, sql) -> {
            for (Dimension dimension : Dimension.values()) {
                MemberTable present = state.memberTables().get(dimension);
                if (present != null && present.isOf(members)) {
                    tables.put(dimension, present);
                } else {
                    MemberTable table = new MemberTable(
                            dimension, members.list(dimension), members.groupings(dimension), ++memberTableNumber);
                    table.create(connection, sql);
                    tables.put(dimension, table);
                    Optional.ofNullable(present).ifPresent(replaced::add);
                }
            }
        });
        exchange(current -> current.withMembers(members, tables), sql -> replaced.forEach(table -> table.drop(sql)));
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
        database.close();
    }

    private synchronized void see(Catalogue catalogue) {
        state = state.withCatalogue(catalogue);
    }

    private synchronized void replace(CubeSchema schema, Catalogue catalogue) {
        CubeSchema replaced = state.schema();
        database.transaction((connection, sql) -> LiveCube.set(sql, schema));
        exchange(current -> current.withCube(schema, catalogue), replaced::drop);
    }

    private void exchange(UnaryOperator<State> change, Consumer<DSLContext> cleaning) {
        state = change.apply(state);
        inUse.writeLock().lock();
        try {
            database.transaction((connection, sql) -> cleaning.accept(sql));
        } finally {
            inUse.writeLock().unlock();
        }
    }
}
