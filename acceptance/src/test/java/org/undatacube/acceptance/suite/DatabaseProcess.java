package org.undatacube.acceptance.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.undatacube.embeddedpostgresql.EmbeddedServer;

/** PostgreSQL, durable as it is in use. */
final class DatabaseProcess implements SuiteProcess {
    private static final List<String> DATABASES = List.of("registry", "contributions");

    private final Path folder;
    private final EmbeddedServer server;

    DatabaseProcess(Path folder, int port) {
        this.folder = folder;
        this.server = new EmbeddedServer(folder, port);
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public void start() {
        try {
            server.start(EmbeddedServer.Durability.DURABLE, DATABASES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void awaitReady() {
        // start returns once the server takes connections
    }

    @Override
    public void kill() {
        try {
            long pid = Long.parseLong(Files.readAllLines(folder.resolve("cluster/postmaster.pid"))
                    .get(0)
                    .strip());
            ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
            List<ProcessHandle> backends = postmaster.descendants().toList();
            postmaster.destroyForcibly();
            // each ends by itself when the postmaster is gone; until then a new server cannot start
            Await.until(
                    "PostgreSQL's processes end",
                    () -> !postmaster.isAlive() && backends.stream().noneMatch(ProcessHandle::isAlive));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a service needs to reach its database. */
    Map<String, String> environment(String database) {
        try {
            return Map.of(
                    "QUARKUS_DATASOURCE_JDBC_URL", server.jdbcUrl(database),
                    "QUARKUS_DATASOURCE_USERNAME", database,
                    "QUARKUS_DATASOURCE_PASSWORD", server.password(database));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
