package org.undatacube.http;

import java.sql.SQLException;
import java.util.stream.Stream;

/** Tells a database that cannot be reached, which passes, from a statement that went wrong, which is a fault of ours. */
final class StoreAway {
    static final int RETRY_AFTER_SECONDS = 5;

    private StoreAway() {}

    static boolean isCauseOf(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .anyMatch(StoreAway::saysAway);
    }

    /** By the classes of SQLSTATE: 08 connection, 53 insufficient resources, 57P operator intervention. */
    private static boolean saysAway(String state) {
        return state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
    }
}
