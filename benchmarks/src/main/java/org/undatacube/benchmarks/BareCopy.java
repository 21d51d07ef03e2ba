package org.undatacube.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;

/** PostgreSQL's COPY into a table with the columns, checks and primary key of the service's own. */
record BareCopy(Connection connection) {
    private static final String TABLE = """
            create table line (
                breakdown bigint not null,
                line integer not null check (line > 0),
                entity text not null check (entity <> ''),
                function text check (function <> ''),
                location text check (location <> ''),
                instrument text check (instrument <> ''),
                sdg text check (sdg <> ''),
                contributor text check (contributor <> ''),
                gem text check (gem <> ''),
                amount_usd numeric not null check (amount_usd not in ('NaN', 'Infinity', '-Infinity')),
                original_amount numeric check (original_amount not in ('NaN', 'Infinity', '-Infinity')),
                original_currency text check (original_currency <> 'USD'),
                original_rate numeric check (original_rate > 0 and original_rate < 'Infinity'),
                basis text check (basis in ('EXP', 'BUD')),
                line_id text,
                note text,
                primary key (breakdown, line),
                check ((original_amount is null) = (original_currency is null)))""";

    /** Into a table without rows, until it is committed. */
    Duration copy(Path rows) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists line");
            statement.execute(TABLE);
        }
        long begin = System.nanoTime();
        try (InputStream csv = Files.newInputStream(rows)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy line from stdin with (format csv)", csv, 1 << 16);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
