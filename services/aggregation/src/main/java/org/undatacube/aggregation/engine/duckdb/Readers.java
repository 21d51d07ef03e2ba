package org.undatacube.aggregation.engine.duckdb;

import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.jooq.exception.DataAccessException;

/** The readers that wait for the next question. */
final class Readers implements AutoCloseable {
    private static final int MOST_WAITING = 16;

    private final Database database;
    private final Queue<Reader> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

    Readers(Database database) {
        this.database = database;
    }

    /** What is done with a reader. */
    @FunctionalInterface
    interface Reading<T> {
        T with(Reader reader) throws SQLException;
    }

    Database database() {
        return database;
    }

    /** Nobody must be reading any more. */
    @Override
    public void close() {
        try {
            for (Reader reader = waiting.poll(); reader != null; reader = waiting.poll()) {
                reader.close();
            }
        } catch (SQLException e) {
            throw new DataAccessException("A connection to the store cannot be closed", e);
        }
    }

    <T> T read(Reading<T> reading) throws SQLException {
        Reader kept = waiting.poll();
        Reader reader = kept == null ? new Reader(database.connect()) : kept;
        boolean isUsable = false;
        try {
            T result = reading.with(reader);
            isUsable = true;
            return result;
        } finally {
            if (!isUsable || !waiting.offer(reader)) {
                reader.close();
            }
        }
    }
}
