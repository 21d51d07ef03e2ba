package org.undatacube.loader;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.undatacube.codelists.Dimension;
import org.undatacube.loader.ceb.CebFile;
import org.undatacube.loader.ceb.CebTable;
import org.undatacube.loader.ceb.Conversion;
import org.undatacube.loader.ceb.Finding;
import org.undatacube.loader.ceb.Rule;
import org.undatacube.loader.ceb.YearTotals;
import org.undatacube.loader.suite.Acknowledgement;
import org.undatacube.loader.suite.Suite;
import org.undatacube.loader.terminal.Progress;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings one raw file of CEB's into the suite: converts, sends, compares to the last digit, publishes. */
final class CebLoad {
    private static final int REJECTS_SHOWN = 10;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private SuiteOptions suiteOptions;

    @Option(names = "--report", paramLabel = "FILE.csv", description = "Write every finding to this file.")
    private Path report;

    @Parameters(paramLabel = "FILE", converter = ExistingFile.class)
    private Path file;

    void run(CebTable table) throws Exception {
        Suite suite = suiteOptions.withKey();
        Conversion conversion =
                new CebFile(table, suite.codeList(Dimension.ENTITY), suite.codeList(table.dimension())).convert(file);
        CebReport summary = new CebReport(conversion, out());
        if (report != null) {
            FindingsFile.write(report, conversion.findings().all());
        }
        summary.printFindings();
        requireNoRejects(conversion);

        List<Acknowledgement> acknowledgements = suiteOptions
                .delivery(suite)
                .send(
                        conversion.bodies(),
                        new Progress(
                                out(),
                                "Submissions sent",
                                conversion.submissions().size()));
        YearTotals taken = Conversion.taken(acknowledgements);
        summary.printTotals(acknowledgements, taken);
        requireSame(conversion, taken);
        new Publishing(suite, out()).publish(acknowledgements, table.name() + " " + file.getFileName());
    }

    private void requireNoRejects(Conversion conversion) throws UnusableInput {
        List<Finding> rejects = conversion.findings().of(Rule.Severity.REJECT);
        if (rejects.isEmpty()) {
            return;
        }
        PrintWriter err = spec.commandLine().getErr();
        rejects.stream()
                .limit(REJECTS_SHOWN)
                .forEach(reject -> err.println("row %d, %s: \"%s\". %s"
                        .formatted(reject.row(), reject.field(), reject.value(), reject.message())));
        throw new UnusableInput("%s cannot be loaded: %d values are not usable. Nothing was sent."
                .formatted(file.getFileName(), rejects.size()));
    }

    private static void requireSame(Conversion conversion, YearTotals taken) throws LoadFailed {
        List<String> differences = conversion.differences(taken);
        if (!differences.isEmpty()) {
            throw new LoadFailed("The suite does not hold what the file says. Nothing was published."
                    + System.lineSeparator() + String.join(System.lineSeparator(), differences));
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
