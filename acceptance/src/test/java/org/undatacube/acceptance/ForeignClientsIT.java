package org.undatacube.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.undatacube.acceptance.suite.Npm;
import org.undatacube.acceptance.suite.RunningSuite;

/** Programs that others wrote read the suite; npm brings them. Each folder of {@code clients} has tests of its own. */
class ForeignClientsIT {
    private static final Path CLIENTS = RunningSuite.PROJECT.resolve("acceptance/clients");
    private static final long MINUTES = 5;

    static Stream<String> clients() throws IOException {
        try (Stream<Path> folders = Files.list(CLIENTS)) {
            List<String> names = folders.filter(folder -> Files.exists(folder.resolve("package.json")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
            return names.stream();
        }
    }

    @BeforeAll
    static void findNpm() {
        Npm.require();
        LoadedFigures.sample();
    }

    @ParameterizedTest
    @MethodSource("clients")
    void readsTheSuite(String client) throws IOException, InterruptedException {
        run(client, "ci", "--no-audit", "--no-fund");
        run(client, "test");
    }

    private static void run(String client, String... command) throws IOException, InterruptedException {
        ProcessBuilder npm = new ProcessBuilder(
                        Stream.concat(Stream.of("npm"), Stream.of(command)).toList())
                .directory(CLIENTS.resolve(client).toFile())
                .redirectErrorStream(true);
        npm.environment()
                .put(
                        "DATACUBE",
                        RunningSuite.get().anybody().address().toString().replaceAll("/$", ""));
        Path log = Files.createTempFile("npm", ".log");
        Process running = npm.redirectOutput(log.toFile()).start();
        boolean isOver = running.waitFor(MINUTES, TimeUnit.MINUTES);
        running.destroyForcibly();
        String said = Files.readString(log, StandardCharsets.UTF_8);
        assertTrue(isOver, said);
        assertEquals(0, running.exitValue(), said);
    }
}
