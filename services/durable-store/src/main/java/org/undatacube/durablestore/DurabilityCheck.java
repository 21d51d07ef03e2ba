package org.undatacube.durablestore;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start on a PostgreSQL server that may lose an acknowledged commit. */
@ApplicationScoped
public class DurabilityCheck {
    private static final List<String> SETTINGS = List.of("fsync", "full_page_writes", "synchronous_commit");

    private final DataSource dataSource;
    private final boolean required;

    DurabilityCheck(
            DataSource dataSource,
            @ConfigProperty(name = "datacube.durability.required", defaultValue = "true") boolean required) {
        this.dataSource = dataSource;
        this.required = required;
    }

    void onStart(@Observes StartupEvent event) throws SQLException {
        if (required) {
            try (Connection connection = dataSource.getConnection()) {
                requireDurable(connection);
            }
        }
    }

    /**
     * For a service that starts without its server: to be asked before anything is written.
     *
     * @throws IllegalStateException where the server may lose what it acknowledged
     */
    public static void requireDurable(Connection connection) throws SQLException {
        List<String> off = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                try (ResultSet value = statement.executeQuery("show " + setting)) {
                    value.next();
                    if (value.getString(1).equals("off")) {
                        off.add(setting);
                    }
                }
            }
        }
        if (!off.isEmpty()) {
            throw new IllegalStateException("PostgreSQL could lose what it acknowledged: it runs with "
                    + String.join(", ", off) + " off. Switch on, then start again.");
        }
    }
}
