package org.undatacube.acceptance.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.undatacube.acceptance.suite.Npm;
import org.undatacube.acceptance.suite.RunningSuite;

/** The bundler takes the types of the explorer away without looking at them. */
class TypesIT {
    private static final long MINUTES = 5;

    @Test
    void areRight() throws IOException, InterruptedException {
        Npm.require();
        Path log = Files.createTempFile("types", ".log");

        Process check = new ProcessBuilder(
                        RunningSuite.PROJECT.resolve("acceptance/check-types").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertTrue(check.waitFor(MINUTES, TimeUnit.MINUTES), "not over yet");
        assertEquals(0, check.exitValue(), Files.readString(log));
    }
}
