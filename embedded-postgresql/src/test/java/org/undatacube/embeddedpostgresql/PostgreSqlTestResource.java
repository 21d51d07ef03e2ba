package org.undatacube.embeddedpostgresql;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.undatacube.embeddedpostgresql.EmbeddedServer.Durability;

/** Gives a service's tests an empty database of its own; {@code database} names the role. */
public final class PostgreSqlTestResource implements QuarkusTestResourceLifecycleManager {
    private String database;
    private EmbeddedServer server;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.get("database");
    }

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Path.of("target", "postgresql", UUID.randomUUID().toString());
            server = new EmbeddedServer(folder, FreePorts.next());
            server.start(Durability.FORGETFUL, List.of(database));
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    server.jdbcUrl(database),
                    "quarkus.datasource.username",
                    database,
                    "quarkus.datasource.password",
                    server.password(database),
                    "datacube.durability.required",
                    "false");
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL did not start", e);
        }
    }

    @Override
    public void stop() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
