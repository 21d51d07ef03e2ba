package org.undatacube.acceptance.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.undatacube.acceptance.suite.Loader;
import org.undatacube.acceptance.suite.Npm;
import org.undatacube.acceptance.suite.RunningSuite;

/** What others made for OpenAPI documents takes this one: Spectral reports nothing, and generated clients compile and ask. */
@Tag("nightly")
class ToolsIT {
    private static final Path ACCEPTANCE = RunningSuite.PROJECT.resolve("acceptance");
    private static final long MINUTES = 10;

    private static RunningSuite suite;

    @BeforeAll
    static void start() {
        Npm.require();
        suite = RunningSuite.another();
        Loader.Run load = suite.loader().run("load", "sample");
        assertEquals(0, load.exitCode(), load::output);
    }

    @AfterAll
    static void stop() {
        if (suite != null) {
            suite.close();
        }
    }

    @Test
    void spectralReportsNothing() throws IOException, InterruptedException {
        assertTrue(run("lint-openapi").contains("No results with a severity of 'hint' or higher found!"));
    }

    @Test
    void generatedClientsCompileAndAsk() throws IOException, InterruptedException {
        String said = run("clients/generated/check");

        assertEquals(3, said.split("asked for totals and a code list", -1).length - 1, said);
    }

    private static String run(String program) throws IOException, InterruptedException {
        String address = suite.anybody().address().toString();
        List<String> command =
                new ArrayList<>(List.of(ACCEPTANCE.resolve(program).toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(ACCEPTANCE.toFile());
        builder.environment().put("DATACUBE", address);
        builder.command().add(address);
        Path log = Files.createTempFile("openapi", ".log");
        Process running =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        boolean isOver = running.waitFor(MINUTES, TimeUnit.MINUTES);
        running.destroyForcibly();
        String said = Files.readString(log, StandardCharsets.UTF_8);
        assertTrue(isOver, said);
        assertEquals(0, running.exitValue(), said);
        return said;
    }
}
