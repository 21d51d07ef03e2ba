package org.undatacube.aggregation.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.undatacube.aggregation.answer.StreamedAnswer;

/**
 * An answer's table as a Parquet file, which DuckDB writes: texts, years as 32 and counts as 64 bit integers, amounts and
 * ratios as {@code decimal(38, 9)}. What else there is to know is the file's metadata.
 */
final class AnswerParquet implements AnswerForm {
    private static final String TABLE = "answer";
    private static final String FILE = "answer.parquet";

    private final ObjectMapper mapper;
    private final Path temporary;

    /** @param temporary the folder for files on their way */
    AnswerParquet(ObjectMapper mapper, Path temporary) {
        this.mapper = mapper;
        this.temporary = temporary;
    }

    @Override
    public void write(StreamedAnswer answer, Style style, OutputStream out) throws IOException {
        AnswerTable table = new AnswerTable(answer.frame(), style.labels());
        Path folder = Files.createTempDirectory(Files.createDirectories(temporary), "answer");
        try {
            Path file = folder.resolve(FILE);
            try (DuckDBConnection database = database(folder)) {
                fill(database, table, answer);
                try (Statement statement = database.createStatement()) {
                    statement.execute("copy " + TABLE + " to " + literal(file.toString())
                            + " (format parquet, compression zstd, kv_metadata " + metadata(answer) + ")");
                }
            } catch (SQLException e) {
                throw new IOException("The Parquet file cannot be written", e);
            }
            Files.copy(file, out);
        } finally {
            TemporaryFolder.delete(folder);
        }
    }

    /** A database of its own, that can write into its folder and nowhere else. */
    private static DuckDBConnection database(Path folder) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", "256MB");
        settings.setProperty("threads", "1");
        settings.setProperty("temp_directory", folder.resolve("overflow").toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        // not through DriverManager, which sees only drivers of the class loader that asked it first
        DuckDBConnection database = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", settings);
        try (Statement statement = database.createStatement()) {
            statement.execute("set allowed_directories = [" + literal(folder.toString()) + "]");
            statement.execute("set enable_external_access = false");
            statement.execute("set lock_configuration = true");
        }
        return database;
    }

    private static void fill(DuckDBConnection database, AnswerTable table, StreamedAnswer answer)
            throws SQLException, IOException {
        String columns = table.columns().stream()
                .map(column -> identifier(column.name()) + " " + type(column.kind()))
                .collect(Collectors.joining(", "));
        try (Statement statement = database.createStatement()) {
            statement.execute("create table " + TABLE + " (" + columns + ")");
        }
        try (DuckDBAppender appender = database.createAppender(TABLE)) {
            table.read(answer, row -> append(appender, table.columns(), row));
        }
    }

    private static void append(DuckDBAppender appender, List<AnswerTable.Column> columns, AnswerTable.Row row)
            throws IOException {
        try {
            appender.beginRow();
            for (int column = 0; column < columns.size(); column++) {
                Object value = row.value(column);
                if (value == null) {
                    appender.appendNull();
                } else if (value instanceof String text) {
                    appender.append(text);
                } else if (value instanceof Integer year) {
                    appender.append(year.intValue());
                } else if (value instanceof Long count) {
                    appender.append(count.longValue());
                } else {
                    appender.append(TableDecimal.of((BigDecimal) value));
                }
            }
            appender.endRow();
        } catch (SQLException e) {
            throw new IOException("The Parquet file cannot be filled", e);
        }
    }

    private static String type(AnswerTable.Kind kind) {
        return switch (kind) {
            case GROUPING, CODE, LABEL -> "varchar";
            case YEAR -> "integer";
            case COUNT -> "bigint";
            case USD, RATIO -> "decimal(" + TableDecimal.PRECISION + ", " + TableDecimal.SCALE + ")";
        };
    }

    private String metadata(StreamedAnswer answer) {
        return FileMetadata.of(answer.frame(), mapper).entrySet().stream()
                .map(entry -> identifier(entry.getKey()) + ": " + literal(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
