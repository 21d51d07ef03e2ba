package org.undatacube.loader.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.IntConsumer;
import picocli.CommandLine.Help.Ansi;

/** How far a longer work is: one line that is written over on a terminal, else a line now and then. */
public final class Progress implements IntConsumer {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final String what;
    private final int all;
    private final boolean isTerminal;
    private long lastLine = System.nanoTime();

    /** @param what the work, e.g. {@code submissions sent} */
    public Progress(PrintWriter out, String what, int all) {
        this.out = out;
        this.what = what;
        this.all = all;
        this.isTerminal = Ansi.AUTO.enabled();
    }

    @Override
    public void accept(int done) {
        if (isTerminal) {
            out.print("\r%s: %d of %d%s".formatted(what, done, all, done == all ? System.lineSeparator() : ""));
            out.flush();
        } else if (done == all || System.nanoTime() - lastLine > BETWEEN_LINES.toNanos()) {
            out.println("%s: %d of %d".formatted(what, done, all));
            out.flush();
            lastLine = System.nanoTime();
        }
    }
}
