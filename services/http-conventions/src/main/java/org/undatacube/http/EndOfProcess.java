package org.undatacube.http;

import java.time.Duration;
import java.util.Map;

/** Ends a process that was told to end (SIGTERM) and does not, so that nobody has to look for it later. */
public final class EndOfProcess {
    /** Longer than a service takes to answer what it has begun, shorter than its launcher waits before it kills it. */
    public static final Duration USUAL = Duration.ofSeconds(18);

    /** As a process that is ended by SIGKILL, which is what it comes to. */
    private static final int STATUS = 137;

    private EndOfProcess() {}

    /**
     * To be called at the start.
     *
     * @param longest that the process may take to end; what its threads do then goes to the standard error stream
     */
    public static void within(Duration longest) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> begin(longest), "end-of-process"));
    }

    private static void begin(Duration longest) {
        Thread deadline = new Thread(() -> end(longest), "end-of-process deadline");
        deadline.setDaemon(true);
        deadline.start();
    }

    private static void end(Duration longest) {
        try {
            Thread.sleep(longest.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        // the log may be closed by now
        System.err.println("The process did not end within " + longest.toSeconds() + " s; what hangs is among these:");
        for (Map.Entry<Thread, StackTraceElement[]> thread :
                Thread.getAllStackTraces().entrySet()) {
            System.err.println(thread.getKey());
            for (StackTraceElement frame : thread.getValue()) {
                System.err.println("    at " + frame);
            }
        }
        Runtime.getRuntime().halt(STATUS);
    }
}
