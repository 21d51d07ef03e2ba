package org.undatacube.contributions.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.undatacube.contributions.submission.Finding;
import org.undatacube.http.SpreadsheetText;

/** All findings of a report as CSV that a spreadsheet shows and does not run. */
@ApplicationScoped
class ReportCsv {
    private static final List<String> HEADER = List.of(
            "number", "severity", "rule", "row", "field", "value", "message", "expected", "explanation", "pointer");

    private final ReportReader reports;

    ReportCsv(ReportReader reports) {
        this.reports = reports;
    }

    void write(UUID report, FindingQuery query, OutputStream out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(HEADER);
            reports.read(report, query, finding -> csv.writeRecord(record(finding)));
        }
    }

    private static List<String> record(Finding finding) {
        return Stream.of(
                        finding.number(),
                        finding.severity().code(),
                        finding.rule(),
                        finding.row(),
                        finding.field(),
                        finding.value(),
                        finding.message(),
                        finding.expected(),
                        finding.explanation() == null
                                ? null
                                : finding.explanation().text(),
                        finding.pointer())
                .map(value -> value == null ? "" : SpreadsheetText.guard(value.toString()))
                .toList();
    }
}
