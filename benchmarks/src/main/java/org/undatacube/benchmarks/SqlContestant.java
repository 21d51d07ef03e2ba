package org.undatacube.benchmarks;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A bare database with all lines in one table, without an index, as its makers set it up. */
record SqlContestant(String name, Connection connection) implements Contestant {
    private static final int BATCH = 5_000;

    private record Row(String key, BigDecimal amount) {}

    void load(List<FactLine> lines) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table line (
                        cube varchar, breakdown varchar, year integer, entity varchar, function varchar,
                        instrument varchar, instrument_group varchar, sdg varchar, goal varchar,
                        amount decimal(38, 9) not null)""");
            connection.setAutoCommit(false);
            insert(lines);
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("analyze");
        }
    }

    private void insert(List<FactLine> lines) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into line values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int waiting = 0;
            for (FactLine line : lines) {
                bind(insert, line);
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void bind(PreparedStatement insert, FactLine line) throws SQLException {
        insert.setString(1, line.cube());
        insert.setString(2, line.breakdown());
        insert.setInt(3, line.year());
        insert.setString(4, line.entity());
        insert.setString(5, line.function());
        insert.setString(6, line.instrument());
        insert.setString(7, line.instrumentGroup());
        insert.setString(8, line.sdg());
        insert.setString(9, line.goal());
        insert.setBigDecimal(10, line.amount());
    }

    @Override
    public Answer ask(Asked question) throws SQLException {
        List<Row> rows = new ArrayList<>();
        int keys = question.levels().size();
        try (PreparedStatement query = connection.prepareStatement(question.sql());
                ResultSet results = query.executeQuery()) {
            while (results.next()) {
                List<String> key = new ArrayList<>();
                for (int column = 1; column <= keys; column++) {
                    key.add(Objects.requireNonNullElse(results.getString(column), Cells.ALL));
                }
                rows.add(new Row(String.join("|", key), results.getBigDecimal(keys + 1)));
            }
        }
        return () -> cells(rows);
    }

    private static Map<String, BigDecimal> cells(List<Row> rows) {
        Map<String, BigDecimal> cells = new HashMap<>();
        rows.forEach(row -> cells.put(row.key(), row.amount().stripTrailingZeros()));
        return cells;
    }
}
