package org.undatacube.loader;

import java.io.IOException;
import java.io.PrintWriter;
import org.undatacube.loader.ceb.CebFile;
import org.undatacube.loader.suite.Delivery;
import org.undatacube.loader.suite.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The entry point; turns failures into messages and exit codes. */
@Command(
        name = "loader",
        description = "Brings figures into a running suite and asks it questions.",
        subcommands = {LoadCommand.class, AskCommand.class},
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:Done.",
            "1:Failed; nothing was published.",
            "2:The command or a file is not as it should be; nothing was sent.",
            "3:The suite refused; nothing was published.",
            "4:The suite cannot be reached, or stopped answering."
        })
final class Main {
    static final int FAILED = 1;
    static final int UNUSABLE = 2;
    static final int REFUSED = 3;
    static final int UNREACHABLE = 4;
    private static final int REFUSALS_SHOWN = 5;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this and end.")
    void showHelp(boolean asked) {
        // picocli shows it by itself
    }

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command.getErr()));
    }

    private static int explain(Exception failure, PrintWriter err) {
        if (failure instanceof Refusal refusal) {
            err.println(refusal.readable());
            return REFUSED;
        }
        if (failure instanceof Delivery.Refused refused) {
            refused.refusals().stream().limit(REFUSALS_SHOWN).forEach(refusal -> err.println(refusal.readable()));
            err.println("Refused: " + refused.refusals().size() + ". Nothing was published.");
            return REFUSED;
        }
        if (failure instanceof CebFile.NotThatTable || failure instanceof UnusableInput) {
            err.println(failure.getMessage());
            return UNUSABLE;
        }
        if (failure instanceof LoadFailed) {
            err.println(failure.getMessage());
            return FAILED;
        }
        if (failure instanceof IOException) {
            err.println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
            return UNREACHABLE;
        }
        // a fault in this program: the trace is what its makers need
        failure.printStackTrace(err);
        return FAILED;
    }
}
