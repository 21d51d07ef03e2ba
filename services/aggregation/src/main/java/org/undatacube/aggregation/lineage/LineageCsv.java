package org.undatacube.aggregation.lineage;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.aggregation.export.CsvText;
import org.undatacube.codelists.Dimension;

/** The lines of a lineage as CSV (RFC 4180) with a header; a dimension that a line's breakdown does not give is empty. */
final class LineageCsv {
    private LineageCsv() {}

    static String of(Lineage lineage) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().build(text);
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
                    dimension -> fields.add(CsvText.harmless(line.codes().getOrDefault(dimension.code(), ""))));
            fields.add(line.amount().toString());
            csv.writeRecord(fields);
        }
        return text.toString();
    }
}
