package org.undatacube.aggregation.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** An archive as its user has it: unpacked in a folder, with a bare DuckDB beside it. */
final class Unpacked implements AutoCloseable {
    private static final Pattern SQL = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);

    private final Path folder;
    private final Connection duckDb;

    private Unpacked(Path folder, Connection duckDb) {
        this.folder = folder;
        this.duckDb = duckDb;
    }

    static Unpacked of(byte[] zip, Path folder) throws IOException, SQLException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
        return new Unpacked(folder, DriverManager.getConnection("jdbc:duckdb:"));
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** What README.md says to do, with the paths of this folder; its last question is left to the test. */
    void doAsTheReadmeSays() throws IOException, SQLException {
        Matcher matcher = SQL.matcher(Files.readString(file("README.md")));
        if (!matcher.find()) {
            throw new IllegalStateException("README.md has no SQL");
        }
        for (String statement : matcher.group(1).split(";", -1)) {
            if (!statement.isBlank()) {
                execute(statement);
            }
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = duckDb.createStatement()) {
            statement.execute(inFolder(sql));
        }
    }

    /** Relative paths are of this folder, as for somebody who is in it. */
    private String inFolder(String sql) {
        return sql.replaceAll("read_csv\\('(?!/)", "read_csv('" + folder + "/");
    }

    /** The amounts of a question whose last column is the amount, by the others. */
    Map<List<String>, BigDecimal> amounts(String sql) throws SQLException {
        Map<List<String>, BigDecimal> amounts = new LinkedHashMap<>();
        try (Statement statement = duckDb.createStatement();
                ResultSet rows = statement.executeQuery(inFolder(sql))) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> key = new ArrayList<>();
                for (int column = 1; column < columns; column++) {
                    key.add(rows.getString(column));
                }
                amounts.put(key, rows.getBigDecimal(columns).stripTrailingZeros());
            }
        }
        return amounts;
    }

    @Override
    public void close() throws SQLException {
        duckDb.close();
    }
}
