package org.undatacube.benchmarks;

import java.sql.SQLException;
import java.util.concurrent.Callable;

/**
 * Something that is read again and again.
 *
 * @param what is read
 * @param whom it is asked of
 * @param answer what comes, in words
 * @param clients how many ask at once
 * @param connecting makes a client with its own connection
 */
record Read(String what, String whom, String answer, int clients, Callable<Client> connecting) {

    /** One that asks. */
    interface Client extends AutoCloseable {
        /** Asks and takes in the whole answer; this is what is timed. */
        void ask() throws Exception;

        @Override
        default void close() throws SQLException {
            // most hold nothing
        }
    }
}
