package org.undatacube.embeddedpostgresql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** A PostgreSQL server in a folder, with a database and a role of the same name for each service. */
public final class EmbeddedServer {
    private static final String SUPERUSER = "postgres";
    private static final Duration RECOVERY_WAIT = Duration.ofMinutes(5);

    /** Whether an acknowledged commit survives a crash. */
    public enum Durability {
        DURABLE("on"),
        /** For tests that never look again. */
        FORGETFUL("off");

        private final String setting;

        Durability(String setting) {
            this.setting = setting;
        }
    }

    private final Path folder;
    private final int port;
    private final Passwords passwords;

    /** @param folder of the server alone; holds binaries, data and passwords */
    public EmbeddedServer(Path folder, int port) {
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.passwords = new Passwords(this.folder.resolve("passwords"));
    }

    /** Starts the server where it does not run, and makes the databases that are missing. */
    public void start(Durability durability, List<String> databases) throws IOException, SQLException {
        if (!postmaster().isRunning()) {
            launch(durability);
        }
        try (Connection connection = connect(SUPERUSER)) {
            for (String database : databases) {
                createDatabase(connection, database);
            }
            requireScram(connection);
        }
    }

    /** Stops the server, ending open connections. Does nothing where it does not run. */
    public void stop() throws IOException {
        postmaster().stop(Duration.ofMinutes(1));
    }

    public boolean isRunning() throws IOException {
        return postmaster().isRunning();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The password of a database's role; made when first asked for. */
    public String password(String role) throws IOException {
        return passwords.of(role);
    }

    private Postmaster postmaster() {
        return new Postmaster(cluster().resolve("postmaster.pid"));
    }

    private Path cluster() {
        return folder.resolve("cluster");
    }

    private void launch(Durability durability) throws IOException {
        Files.createDirectories(folder);
        File log = folder.resolve("postgresql.log").toFile();
        EmbeddedPostgres.builder()
                .setDataDirectory(cluster())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setPort(port)
                .setConnectConfig("password", passwords.of(SUPERUSER))
                .setPGStartupWait(RECOVERY_WAIT)
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
                .setServerConfig("listen_addresses", "127.0.0.1")
                // no socket outside the folder: a path below it can be too long for one
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("fsync", durability.setting)
                .setServerConfig("full_page_writes", durability.setting)
                .setServerConfig("synchronous_commit", durability.setting)
                .setServerConfig("max_connections", "100")
                // who asked, and for which request, as the service says it in the connection's name
                .setServerConfig("log_line_prefix", "'%m [%p] %d %a '")
                .start();
    }

    private void createDatabase(Connection superuser, String database) throws SQLException, IOException {
        try (Statement statement = superuser.createStatement()) {
            if (!exists(superuser, "select from pg_roles where rolname = ?", database)) {
                statement.execute("create role " + statement.enquoteIdentifier(database, true) + " login password "
                        + statement.enquoteLiteral(passwords.of(database)));
            }
            if (!exists(superuser, "select from pg_database where datname = ?", database)) {
                String name = statement.enquoteIdentifier(database, true);
                statement.execute("create database " + name + " owner " + name);
                statement.execute("revoke connect on database " + name + " from public");
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** The cluster is made with trust, since zonky connects before there is a password; from then on it needs one. */
    private void requireScram(Connection superuser) throws SQLException, IOException {
        Path access = cluster().resolve("pg_hba.conf");
        String scram = "host all all 127.0.0.1/32 scram-sha-256\n";
        if (Files.readString(access).equals(scram)) {
            return;
        }
        try (Statement statement = superuser.createStatement()) {
            statement.execute(
                    "alter role " + SUPERUSER + " password " + statement.enquoteLiteral(passwords.of(SUPERUSER)));
            Files.writeString(access, scram);
            statement.execute("select pg_reload_conf()");
        }
    }

    private Connection connect(String role) throws SQLException, IOException {
        Properties properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", passwords.of(role));
        return DriverManager.getConnection(jdbcUrl(SUPERUSER), properties);
    }
}
