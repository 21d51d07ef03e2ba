package org.undatacube.contributions.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.undatacube.contributions.report.ReportReader;
import org.undatacube.contributions.submission.LineStore;
import org.undatacube.contributions.submission.SubmissionView;
import org.undatacube.contributions.submission.SubmissionView.BreakdownView;

/** A whole submission as a workbook: what it says about itself, its findings, and its lines. */
@ApplicationScoped
class SubmissionWorkbook {
    private final LineStore lines;
    private final ReportReader findings;

    SubmissionWorkbook(LineStore lines, ReportReader findings) {
        this.lines = lines;
        this.findings = findings;
    }

    void write(Exported exported, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "UN data cube", null)) {
            writeFacts(exported.submission(), workbook.newWorksheet("submission"));
            writeFindings(exported.submission(), workbook.newWorksheet("findings"));
            try (LineSheets sheets = new LineSheets(workbook, exported.rates())) {
                lines.read(exported.breakdowns(), sheets::write);
            }
        }
    }

    private static void writeFacts(SubmissionView submission, Worksheet sheet) throws IOException {
        SheetWriter facts = new SheetWriter(sheet);
        facts.header("fact", "value");
        facts.row("id", submission.id());
        facts.row("entity", submission.entity());
        facts.row("year", submission.year());
        facts.row("flow", submission.flow().code());
        facts.row("status", submission.status().code());
        facts.row("test", submission.test());
        facts.row("controlTotal", submission.controlTotal());
        facts.row("replaces", submission.replaces().code());
        facts.row("source", submission.source());
        facts.row("preparedBy", submission.preparedBy());
        facts.row("createdAt", submission.createdAt());
        facts.row("certifiedBy", submission.certifiedBy());
        facts.row("certifiedAt", submission.certifiedAt());
        facts.row("contentHash", submission.contentHash());
        facts.row("warnings", submission.findings().warn());
        facts.row("notes", submission.findings().note());
        facts.row();
        facts.row("breakdown", "dimensions", "lines", "total");
        for (BreakdownView breakdown : submission.breakdowns()) {
            String dimensions = String.join(
                    ", ",
                    breakdown.dimensions().inOrder().stream()
                            .map(dimension -> dimension.code())
                            .toList());
            facts.row(breakdown.id(), dimensions, breakdown.lines(), breakdown.total());
        }
        sheet.finish();
    }

    private void writeFindings(SubmissionView submission, Worksheet sheet) throws IOException {
        SheetWriter rows = new SheetWriter(sheet);
        rows.header("rule", "severity", "row", "field", "value", "message", "expected");
        findings.read(
                submission.id(),
                finding -> rows.row(
                        finding.rule(),
                        finding.severity().code(),
                        finding.row(),
                        finding.field(),
                        finding.value(),
                        finding.message(),
                        finding.expected()));
        sheet.finish();
    }
}
