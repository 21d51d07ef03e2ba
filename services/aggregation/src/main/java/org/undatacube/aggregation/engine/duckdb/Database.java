package org.undatacube.aggregation.engine.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jboss.logging.Logger;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.undatacube.aggregation.engine.EngineConfig;

/** The DuckDB file, locked down. */
final class Database implements AutoCloseable {
    /** Its number changes with the form of the tables: a file of another form is not read but built anew. */
    private static final String FILE = "cube-3.duckdb";

    private static final String CHECKPOINT_THRESHOLD = "128MB";

    /** With what the engine puts beside a file. */
    private static final Pattern OTHER_FORMS = Pattern.compile("cube-\\d+\\.duckdb.*");

    private static final Logger LOG = Logger.getLogger(Database.class);

    private final DuckDBConnection first;

    /** What is done in one transaction. */
    @FunctionalInterface
    interface Work<E extends Exception> {
        void on(DuckDBConnection connection, DSLContext sql) throws SQLException, E;
    }

    private Database(DuckDBConnection first) {
        this.first = first;
    }

    static Database open(EngineConfig config) {
        Path file = config.store().resolve(FILE);
        Properties settings = new Properties();
        settings.setProperty("memory_limit", config.memoryLimit());
        // one question must not fill the disk
        settings.setProperty("max_temp_directory_size", config.memoryLimit());
        // else all rows of a result are in memory before the first of them is read
        settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        settings.setProperty("threads", Integer.toString(config.threads()));
        // a rebuild writes what it added last again at every checkpoint; what is in the log instead is read at the
        // start
        settings.setProperty("checkpoint_threshold", CHECKPOINT_THRESHOLD);
        settings.setProperty("enable_external_access", "false");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("lock_configuration", "true");
        try {
            Files.createDirectories(config.store());
            // not through DriverManager, which sees only drivers of the class loader that asked it first
            Database database =
                    new Database((DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:" + file, settings));
            deleteOtherForms(config.store());
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException("The store's folder " + config.store() + " cannot be made", e);
        } catch (SQLException e) {
            throw new DataAccessException(
                    "The store " + file + " cannot be opened. Where no other process has it open it may be deleted: it"
                            + " is rebuilt from the change feed.",
                    e);
        }
    }

    /** What a version before this one left; as a rule nothing. */
    private static void deleteOtherForms(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            // what is in a folder comes before it
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                String first = folder.equals(file)
                        ? ""
                        : folder.relativize(file).getName(0).toString();
                if (OTHER_FORMS.matcher(first).matches() && !first.startsWith(FILE)) {
                    Files.delete(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warnf(e, "The store's folder %s has files of another form that cannot be deleted", folder);
        }
    }

    /** A further connection; each belongs to one thread at a time. */
    DuckDBConnection connect() throws SQLException {
        return first.duplicate();
    }

    static DSLContext sql(DuckDBConnection connection) {
        return DSL.using(connection, SQLDialect.DUCKDB);
    }

    /** Does all of it or nothing. */
    <E extends Exception> void transaction(Work<E> work) throws E {
        try (DuckDBConnection connection = connect()) {
            DSLContext sql = sql(connection);
            // said in SQL, for with setAutoCommit(false) the appender's rows would not wait for the commit
            sql.execute("begin transaction");
            try {
                work.on(connection, sql);
                sql.execute("commit");
            } catch (Throwable e) {
                rollBack(sql, e);
                throw e;
            }
        } catch (SQLException e) {
            throw new DataAccessException("The store refused a transaction", e);
        }
    }

    private static void rollBack(DSLContext sql, Throwable failure) {
        try {
            sql.execute("rollback");
        } catch (DataAccessException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        try {
            first.close();
        } catch (SQLException e) {
            throw new DataAccessException("The store cannot be closed", e);
        }
    }
}
