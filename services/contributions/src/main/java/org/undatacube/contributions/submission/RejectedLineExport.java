package org.undatacube.contributions.submission;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.undatacube.http.SpreadsheetText;

/** Gives refused lines back as a file to mend: in the columns in which they were sent, and ours before them. */
@ApplicationScoped
public class RejectedLineExport {
    /** Ours come first, so that a row that has too many cells keeps them all under the sender's columns. */
    public static final List<String> OWN_COLUMNS = List.of("part", "row", "findings");

    private final RejectedLineStore store;

    RejectedLineExport(RejectedLineStore store) {
        this.store = store;
    }

    /** The lines of a part. */
    void write(SubmissionPart part, OutputStream out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            List<String> header = new ArrayList<>(OWN_COLUMNS);
            header.addAll(List.of(part.columns));
            csv.writeRecord(header);
            store.read(part, line -> {
                List<String> cells = new ArrayList<>();
                cells.add(Integer.toString(part.number));
                cells.add(Long.toString(line.row()));
                cells.add(SpreadsheetText.guard(line.findings()));
                line.cells().stream().map(SpreadsheetText::guard).forEach(cells::add);
                csv.writeRecord(cells);
            });
        }
    }
}
