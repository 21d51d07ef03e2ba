package org.undatacube.loader;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the cubes a question and prints the answer as a table. */
@Command(name = "ask", description = "Asks the cubes a question.")
final class AskCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions suiteOptions;

    @Parameters(
            paramLabel = "QUESTION",
            description = "What follows /api/v1/cubes/, e.g. 'expense/aggregate?drilldown=sdg.goal&cut=year:2024'.")
    private String question;

    @Override
    public Integer call() throws Exception {
        new Answer(suiteOptions.open().ask(question)).print(spec.commandLine().getOut());
        return 0;
    }
}
