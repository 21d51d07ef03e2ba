package org.undatacube.aggregation.lineage;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.codelists.Dimension;
import org.undatacube.http.SpreadsheetText;

/** The lines of a lineage as CSV (RFC 4180) with a header; a dimension that a line's breakdown does not give is empty. */
final class LineageCsv {
    private LineageCsv() {}

    static String of(Lineage lineage) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            write(lineage, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(Lineage lineage, CsvWriter csv) {
        List<Dimension> dimensions = CubeDimensions.of(lineage.cube());
        List<String> header = new ArrayList<>(List.of("submission", "breakdown", "line"));
        dimensions.forEach(dimension -> header.add(dimension.code()));
        header.add("amount");
        csv.writeRecord(header);
        for (Lineage.TracedLine line : lineage.lines()) {
            List<String> fields = new ArrayList<>();
            fields.add(line.submission().toString());
            fields.add(Long.toString(line.breakdown()));
            fields.add(Long.toString(line.line()));
            dimensions.forEach(
                    dimension -> fields.add(SpreadsheetText.guard(line.codes().getOrDefault(dimension.code(), ""))));
            fields.add(line.amount().toString());
            csv.writeRecord(fields);
        }
    }
}
