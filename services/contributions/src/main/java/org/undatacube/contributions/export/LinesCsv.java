package org.undatacube.contributions.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.undatacube.contributions.submission.Line;
import org.undatacube.contributions.submission.LineColumn;
import org.undatacube.contributions.submission.LineStore;
import org.undatacube.http.SpreadsheetText;

/** The lines as CSV in UTF-8, fit for spreadsheets. */
@ApplicationScoped
class LinesCsv {
    private final LineStore lines;

    LinesCsv(LineStore lines) {
        this.lines = lines;
    }

    void write(Exported exported, OutputStream out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(LineColumn.ALL.stream().map(LineColumn::title).toList());
            List<String> cells = new ArrayList<>(LineColumn.ALL.size());
            exported.read(lines, line -> {
                cells.clear();
                for (LineColumn column : LineColumn.ALL) {
                    cells.add(cell(column, line, exported));
                }
                csv.writeRecord(cells);
            });
        }
    }

    private static String cell(LineColumn column, Line line, Exported exported) {
        String value = column.of(line, exported.rates());
        return switch (column.kind()) {
            case WHOLE_NUMBER, DECIMAL -> value;
            case TEXT -> SpreadsheetText.guard(value);
        };
    }
}
