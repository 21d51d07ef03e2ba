package org.undatacube.embeddedpostgresql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server's main process, known by the file that it keeps while it runs. */
final class Postmaster {
    private final Path pidFile;

    Postmaster(Path pidFile) {
        this.pidFile = pidFile;
    }

    boolean isRunning() throws IOException {
        return process().isPresent();
    }

    /** Asks for a fast shutdown, which ends open connections, and waits for it. */
    void stop(Duration wait) throws IOException {
        Optional<ProcessHandle> running = process();
        if (running.isEmpty()) {
            return;
        }
        try {
            // ProcessHandle.destroy sends SIGTERM, on which PostgreSQL waits for its clients
            new ProcessBuilder("kill", "-INT", Long.toString(running.get().pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            running.get().onExit().get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
            throw new IOException("PostgreSQL did not stop within " + wait.toSeconds() + " s", e);
        }
    }

    private Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        // after a crash the file stays and its number may be another program's by now
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> handle.info()
                        .command()
                        .map(command -> command.contains("postgres"))
                        .orElse(false));
    }
}
