package org.undatacube.embeddedpostgresql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.undatacube.embeddedpostgresql.EmbeddedServer.Durability;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The server as a command for scripts: quiet when all is well, one line and a non-zero status when not. */
@Command(name = "embedded-postgresql", description = "A PostgreSQL server that needs no installation.")
public final class Main {
    private static final int DEFAULT_PORT = 8089;

    @Option(names = "--data", required = true, scope = CommandLine.ScopeType.INHERIT, description = "Its folder.")
    private Path data;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("PostgreSQL: " + failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments));
    }

    @Command(description = "Starts the server unless it runs; makes missing databases.")
    void start(
            @Option(names = "--port", defaultValue = "" + DEFAULT_PORT) int port,
            @Option(names = "--database", description = "A database and the role that owns it.") List<String> databases)
            throws IOException, SQLException {
        new EmbeddedServer(data, port).start(Durability.DURABLE, databases == null ? List.of() : databases);
    }

    @Command(description = "Stops the server.")
    void stop() throws IOException {
        new EmbeddedServer(data, DEFAULT_PORT).stop();
    }

    @Command(description = "Exit status 0 where the server runs, 3 where not.")
    int status() throws IOException {
        return new EmbeddedServer(data, DEFAULT_PORT).isRunning() ? 0 : 3;
    }
}
