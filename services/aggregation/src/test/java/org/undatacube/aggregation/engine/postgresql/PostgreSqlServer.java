package org.undatacube.aggregation.engine.postgresql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.undatacube.embeddedpostgresql.EmbeddedServer;
import org.undatacube.embeddedpostgresql.EmbeddedServer.Durability;
import org.undatacube.embeddedpostgresql.FreePorts;

/** The server that all tests of this process share; it is started when first asked for and ends with the process. */
final class PostgreSqlServer {
    private static final String DATABASE = "aggregation";

    private final EmbeddedServer server;

    private PostgreSqlServer(EmbeddedServer server) {
        this.server = server;
    }

    private static final class Started {
        private static final PostgreSqlServer INSTANCE = start();
    }

    static Connection connect() {
        EmbeddedServer server = Started.INSTANCE.server;
        try {
            return DriverManager.getConnection(server.jdbcUrl(DATABASE), DATABASE, server.password(DATABASE));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PostgreSqlServer start() {
        try {
            Path folder = Path.of("target", "postgresql", UUID.randomUUID().toString());
            EmbeddedServer server = new EmbeddedServer(folder, FreePorts.next());
            server.start(Durability.FORGETFUL, List.of(DATABASE));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return new PostgreSqlServer(server);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL did not start", e);
        }
    }

    private static void stop(EmbeddedServer server) {
        try {
            server.stop();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
