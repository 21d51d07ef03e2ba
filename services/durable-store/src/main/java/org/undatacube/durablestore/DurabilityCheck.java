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
        if (!required) {
            return;
        }
        List<String> off = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
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
            throw new IllegalStateException("PostgreSQL could lose acknowledged submissions: it runs with "
                    + String.join(", ", off) + " off. Switch on, then start again.");
        }
    }
}
