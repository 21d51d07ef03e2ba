package org.undatacube.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EndOfProcessTest {
    private static final int SIGKILL = 137;
    private static final int SIGTERM = 143;

    /** A process that says when it runs and, where asked to, hangs at its end. */
    static final class Running {
        public static void main(String[] arguments) throws InterruptedException {
            EndOfProcess.within(Duration.ofMillis(200));
            if (arguments.length > 0) {
                Runtime.getRuntime().addShutdownHook(new Thread(Running::hang, "what hangs"));
            }
            System.out.println("runs");
            if (arguments.length > 1) {
                fillErrorOutput();
            }
            new CountDownLatch(1).await();
        }

        /** Until nothing more goes into it, so that the next to write waits for ever. */
        private static void fillErrorOutput() {
            while (true) {
                System.err.println("more");
            }
        }

        private static void hang() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void endsAProcessThatHangsAndSaysWhere() throws Exception {
        Process process = start("hang");

        process.toHandle().destroy();

        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(SIGKILL, process.exitValue());
        assertTrue(said.contains("what hangs"), said);
    }

    @Test
    void endsAProcessWhoseOutputNobodyReads() throws Exception {
        Process process = start("hang", "output");

        process.toHandle().destroy();

        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(SIGKILL, process.exitValue());
    }

    @Test
    void leavesAProcessAloneThatEnds() throws Exception {
        Process process = start();

        process.toHandle().destroy();

        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(SIGTERM, process.exitValue());
    }

    private static Process start(String... arguments) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Running.class.getName());
        command.command().addAll(List.of(arguments));
        Process process = command.start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        assertEquals("runs", out.readLine());
        return process;
    }
}
