package org.undatacube.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Ends a process that was told to end (SIGTERM) and does not, so that nobody has to look for it later. */
public final class EndOfProcess {
    /** Longer than a service takes to answer what it has begun, shorter than its launcher waits before it kills it. */
    public static final Duration USUAL = Duration.ofSeconds(18);

    private static final Duration LONGEST_ACCOUNT = Duration.ofSeconds(1);

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
        CompletableFuture.delayedExecutor(
                        longest.toMillis(),
                        TimeUnit.MILLISECONDS,
                        command -> daemon("end-of-process deadline", command).start())
                .execute(() -> end(longest));
    }

    private static void end(Duration longest) {
        // whoever reads the output may have stopped to, which would hold up who writes it
        Thread account = daemon("end-of-process account", () -> giveAccount(longest));
        try {
            account.start();
            account.join(LONGEST_ACCOUNT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(STATUS);
    }

    /** To the standard error stream, as the log may be closed by now. */
    private static void giveAccount(Duration longest) {
        System.err.println("The process did not end within " + longest.toSeconds() + " s; what hangs is among these:");
        for (Map.Entry<Thread, StackTraceElement[]> thread :
                Thread.getAllStackTraces().entrySet()) {
            System.err.println(thread.getKey());
            for (StackTraceElement frame : thread.getValue()) {
                System.err.println("    at " + frame);
            }
        }
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
