package org.undatacube.aggregation.engine.duckdb;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.sql.ArrayBinding;

/**
 * A connection and the statements that were prepared on it; to be used by one thread at a time. To prepare a question
 * takes the engine longer than to answer it where the lines are few.
 */
final class Reader implements AutoCloseable {
    private static final int MOST_STATEMENTS = 50;
    private static final int ROWS_BETWEEN_CHECKS = 10_000;
    /** The driver's message where a stream of rows failed before its first one. */
    private static final String WITHOUT_REASON = "Invalid result set";

    private final DuckDBConnection connection;
    private final DSLContext sql;
    /** The one that was used longest ago comes first. */
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(16, 0.75f, true);

    private State state;

    /** Makes something of a row. */
    @FunctionalInterface
    interface RowReading<T> {
        T read(ResultSet row) throws SQLException;
    }

    Reader(DuckDBConnection connection) {
        this.connection = connection;
        this.sql = Database.sql(connection);
    }

    /** @throws SQLException also where patience ended; the reader cannot be used any more then */
    <T> List<T> fetch(State asked, Query query, RowReading<T> reading, Patience patience) throws SQLException {
        List<T> read = new ArrayList<>();
        forEach(asked, query, row -> read.add(reading.read(row)), patience);
        return read;
    }

    /** @throws SQLException also where patience ended; the reader cannot be used any more then */
    void forEach(State asked, Query query, RowReading<?> reading, Patience patience) throws SQLException {
        if (!asked.equals(state)) {
            // a plan may rest on what the tables held when it was made
            forgetStatements();
            state = asked;
        }
        String text = sql.render(query);
        PreparedStatement statement = prepared(text);
        bind(statement, query.getBindValues());
        long read = 0;
        Interruption interruption = Interruption.of(statement, patience);
        try (ResultSet rows = executed(statement, text, query.getBindValues(), patience)) {
            while (rows.next()) {
                reading.read(rows);
                read++;
                if (read % ROWS_BETWEEN_CHECKS == 0) {
                    patience.check();
                }
            }
        } finally {
            interruption.close();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private ResultSet executed(PreparedStatement statement, String text, List<Object> values, Patience patience)
            throws SQLException {
        try {
            return statement.executeQuery();
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains(WITHOUT_REASON)) {
                patience.check();
                failAgain(text, values);
            }
            throw e;
        }
    }

    /** Executes it once more as something whose rows are not streamed, of which the driver says why it fails. */
    private void failAgain(String text, List<Object> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("explain analyze " + text)) {
            bind(statement, values);
            statement.execute();
        }
    }

    private PreparedStatement prepared(String text) throws SQLException {
        PreparedStatement known = statements.get(text);
        if (known != null) {
            return known;
        }
        if (statements.size() == MOST_STATEMENTS) {
            statements.remove(statements.keySet().iterator().next()).close();
        }
        PreparedStatement statement = connection.prepareStatement(text);
        statements.put(text, statement);
        return statement;
    }

    private void forgetStatements() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        statements.clear();
    }

    private void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int index = 0; index < values.size(); index++) {
            Object value = values.get(index);
            if (value instanceof Object[] elements) {
                statement.setArray(index + 1, array(elements));
            } else if (value instanceof BigDecimal amount) {
                statement.setBigDecimal(index + 1, amount);
            } else {
                statement.setObject(index + 1, value);
            }
        }
    }

    private Array array(Object[] elements) throws SQLException {
        return connection.createArrayOf(ArrayBinding.elementType(elements), elements);
    }
}
