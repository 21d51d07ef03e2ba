package org.undatacube.acceptance.suite;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.undatacube.embeddedpostgresql.EmbeddedServer;

/** PostgreSQL, durable as it is in use. */
final class DatabaseProcess implements SuiteProcess {
    private static final List<String> DATABASES = List.of("registry", "contributions", "aggregation", "gateway");
    private static final Path COMMAND =
            RunningSuite.PROJECT.resolve("embedded-postgresql/target/embedded-postgresql-cli.jar");

    private final Path folder;
    private final int port;
    private final EmbeddedServer server;

    DatabaseProcess(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.server = new EmbeddedServer(folder, port);
    }

    @Override
    public String name() {
        return "postgresql";
    }

    /** By its command line: a JVM that has started the server keeps its folder locked, and could not start it again. */
    @Override
    public void start() {
        List<String> command = new ArrayList<>(List.of(Java.executable(), "-jar", COMMAND.toString(), "start"));
        command.addAll(List.of("--data", folder.toString(), "--port", Integer.toString(port)));
        DATABASES.forEach(database -> command.addAll(List.of("--database", database)));
        try {
            Files.createDirectories(folder);
            File log = folder.resolve("start.log").toFile();
            Process start = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            if (start.waitFor() != 0) {
                throw new IllegalStateException("PostgreSQL does not start: see " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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

    @Override
    public void end() {
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
