package org.undatacube.embeddedpostgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    @TempDir
    private Path folder;

    private EmbeddedServer server;
    private int port;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        port = FreePorts.next();
        server = new EmbeddedServer(folder, port);
        startInAnotherProcess();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop();
    }

    @Test
    void isDurableAndKeepsWhatWasCommittedWhenKilled()
            throws IOException, SQLException, InterruptedException, ExecutionException {
        try (Connection connection = connect("registry", server.password("registry"))) {
            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                assertEquals("on", single(connection, "show " + setting), setting);
            }
            single(connection, "create table kept as select 42 as answer; select 1");
        }

        kill();
        startInAnotherProcess();

        try (Connection connection = connect("registry", server.password("registry"))) {
            assertEquals("42", single(connection, "select answer from kept"));
        }
    }

    @Test
    void startsOnceAndStops() throws IOException, InterruptedException {
        startInAnotherProcess();
        assertTrue(server.isRunning());

        server.stop();

        assertFalse(server.isRunning());
    }

    @Test
    void letsNobodyInWithoutThePassword() throws IOException, SQLException {
        assertThrows(SQLException.class, () -> connect("postgres", "postgres"));
        assertThrows(SQLException.class, () -> connect("registry", server.password("contributions")));
    }

    private void kill() throws IOException, InterruptedException, ExecutionException {
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("cluster/postmaster.pid")).get(0));
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().get();
    }

    /** As the command does: the library locks the cluster for as long as the starting JVM lives. */
    private void startInAnotherProcess() throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "start",
                "--data",
                folder.toString(),
                "--port",
                Integer.toString(port),
                "--database",
                "registry",
                "--database",
                "contributions");
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    }

    private Connection connect(String role, String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("registry"), role, password);
    }

    private static String single(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(query);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
