package org.undatacube.loader;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.undatacube.loader.ceb.Finding;

/** Findings as a CSV file. */
final class FindingsFile {
    private FindingsFile() {}

    static void write(Path file, List<Finding> findings) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("rule", "severity", "row", "field", "value", "amount", "message");
            for (Finding finding : findings) {
                csv.writeRecord(
                        finding.rule().code(),
                        finding.rule().severity().code(),
                        Long.toString(finding.row()),
                        finding.field(),
                        finding.value(),
                        finding.amount() == null ? "" : finding.amount().toPlainString(),
                        finding.message());
            }
        }
    }
}
