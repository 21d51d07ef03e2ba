package org.undatacube.aggregation.engine.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.aggregation.engine.sql.LineTable;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.Flow;

/**
 * Writes lines to Parquet files within a folder: gathered on disk, then written at once, in the order in which they came.
 * Columns: entity, submission, breakdown, the codes of the cube's other dimensions, amount.
 */
public final class ParquetLines implements AutoCloseable {
    private static final String TABLE = "line";
    private static final String GATHERED = ".gathered";

    private final Path gathered;
    private final Flow cube;
    private final DuckDBConnection connection;
    private DuckDBAppender appender;

    private ParquetLines(Path gathered, Flow cube, DuckDBConnection connection) {
        this.gathered = gathered;
        this.cube = cube;
        this.connection = connection;
    }

    /**
     * @param folder the only one that is written to; what is put there meanwhile is gone when this is closed
     * @param memoryLimit as the engine writes it, such as 256MB
     */
    public static ParquetLines in(Path folder, Flow cube, String memoryLimit) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        Path gathered = Files.createDirectories(absolute.resolve(GATHERED));
        Properties settings = new Properties();
        settings.setProperty("memory_limit", memoryLimit);
        // one question of a client must not wait for a file; and so equal lines make equal files
        settings.setProperty("threads", "1");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        try {
            DuckDBConnection connection = (DuckDBConnection)
                    new DuckDBDriver().connect("jdbc:duckdb:" + gathered.resolve("lines.duckdb"), settings);
            ParquetLines lines = new ParquetLines(gathered, cube, connection);
            lines.execute("set allowed_directories = [" + quoted(absolute + "/") + "]");
            lines.execute("set enable_external_access = false");
            lines.execute("set lock_configuration = true");
            lines.begin();
            return lines;
        } catch (SQLException e) {
            throw new IOException("Lines cannot be gathered in " + gathered, e);
        }
    }

    /** @param codes of the cube's dimensions in their order, null where the line has none */
    public void add(UUID submission, long breakdown, String[] codes, BigDecimal amount) {
        try {
            appender.beginRow();
            appender.append(codes[0]);
            appender.append(submission.toString());
            appender.append(breakdown);
            for (int index = 1; index < codes.length; index++) {
                appender.append(codes[index]);
            }
            appender.append(amount);
            appender.endRow();
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("A line cannot be gathered", e));
        }
    }

    /**
     * Writes what was added since the last file.
     *
     * @param file within the folder, which is made where it is not there
     */
    public void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            appender.close();
            execute("copy " + TABLE + " to "
                    + quoted(file.toAbsolutePath().normalize().toString()) + " (format parquet, compression zstd)");
            execute("drop table " + TABLE);
            begin();
        } catch (SQLException e) {
            throw new IOException("Lines cannot be written to " + file, e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            appender.close();
            connection.close();
        } catch (SQLException e) {
            throw new IOException("Lines that were gathered cannot be let go of", e);
        } finally {
            delete();
        }
    }

    private void begin() throws SQLException {
        List<String> columns = new ArrayList<>(
                List.of("entity varchar not null", "submission varchar not null", "breakdown bigint not null"));
        CubeDimensions.of(cube).stream()
                .filter(dimension -> dimension != Dimension.ENTITY)
                .forEach(dimension -> columns.add(dimension.code() + " varchar"));
        columns.add("amount decimal(" + LineTable.AMOUNT_TYPE.precision() + ", " + LineTable.AMOUNT_TYPE.scale()
                + ") not null");
        execute("create table " + TABLE + " (" + String.join(", ", columns) + ")");
        appender = connection.createAppender("main", TABLE);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.walk(gathered)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
