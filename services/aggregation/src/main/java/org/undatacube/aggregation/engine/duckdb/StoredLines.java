package org.undatacube.aggregation.engine.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import org.duckdb.DuckDBConnection;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.aggregation.engine.LineReader;
import org.undatacube.aggregation.engine.sql.LineTable;

/** Reads lines back. Without jOOQ's records, which take longer to make than the lines to read. */
final class StoredLines {
    private StoredLines() {}

    static void read(DuckDBConnection connection, LineTable lines, Collection<Long> breakdowns, LineReader reader)
            throws SQLException {
        if (breakdowns.isEmpty()) {
            return;
        }
        String[] codes = new String[CubeDimensions.of(lines.flow()).size()];
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Database.sql(connection).renderInlined(lines.of(breakdowns)))) {
            while (rows.next()) {
                for (int index = 0; index < codes.length; index++) {
                    codes[index] = rows.getString(3 + index);
                }
                reader.line(rows.getLong(1), codes, rows.getBigDecimal(2));
            }
        }
    }
}
