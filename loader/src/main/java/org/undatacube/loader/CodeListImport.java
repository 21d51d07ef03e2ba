package org.undatacube.loader;

import java.nio.file.Path;
import org.undatacube.loader.suite.ImportReport;
import org.undatacube.loader.terminal.TextTable;
import org.undatacube.loader.terminal.TextTable.Column;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands a file of CEB's code lists to the registry, which reads it. */
final class CodeListImport {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private SuiteOptions suiteOptions;

    @Parameters(paramLabel = "FILE", converter = ExistingFile.class)
    private Path file;

    void run(String list, String format) throws Exception {
        ImportReport report = suiteOptions.withKey().importCodes(list, format, file);
        var out = spec.commandLine().getOut();
        out.println("%s is now version %s: %d codes added, %d changed, %d as they were."
                .formatted(report.list(), report.version(), report.added(), report.changed(), report.unchanged()));
        if (report.findings().isEmpty()) {
            return;
        }
        TextTable table = new TextTable(
                Column.number("row"), Column.text("severity"), Column.text("field"), Column.text("finding"));
        report.findings()
                .forEach(finding -> table.add(
                        finding.row() == null ? "" : finding.row().toString(),
                        String.valueOf(finding.severity()),
                        String.valueOf(finding.field()),
                        finding.message() + " (" + finding.value() + ")"));
        table.print(out);
    }
}
