package org.undatacube.contributions.publication;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.undatacube.contributions.submission.Status;

/** What there is, counted when it is asked for; while the database is away nothing is said of it. */
@Singleton
class PublicationMeters {
    /** All gauges are read together, and one that had to wait for the database is enough. */
    private static final long KEPT = TimeUnit.SECONDS.toNanos(1);

    private final DataSource database;
    private long countedAt = System.nanoTime() - KEPT;
    private Map<String, Long> counts = Map.of();

    PublicationMeters(DataSource database) {
        this.database = database;
    }

    void register(@Observes StartupEvent started, MeterRegistry registry) {
        Gauge.builder("datacube.published.edition", () -> count("edition"))
                .description("The edition that was published last")
                .register(registry);
        for (Status status : Status.values()) {
            Gauge.builder("datacube.submissions", () -> count(status.code()))
                    .tag("status", status.code())
                    .description("Submissions by where they stand in their life")
                    .register(registry);
        }
    }

    private synchronized double count(String name) {
        if (System.nanoTime() - countedAt >= KEPT) {
            counts = read();
            countedAt = System.nanoTime();
        }
        return counts.isEmpty() ? Double.NaN : counts.getOrDefault(name, 0L);
    }

    private Map<String, Long> read() {
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("""
                        select 'edition', number from last_edition
                        union all select status, count(*) from submission group by status""")) {
            Map<String, Long> read = new HashMap<>();
            while (rows.next()) {
                read.put(rows.getString(1), rows.getLong(2));
            }
            return read;
        } catch (SQLException away) {
            return Map.of();
        }
    }
}
