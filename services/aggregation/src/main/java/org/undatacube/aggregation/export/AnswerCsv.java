package org.undatacube.aggregation.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.undatacube.aggregation.answer.StreamedAnswer;
import org.undatacube.http.SpreadsheetText;

/**
 * An answer's table as CSV (RFC 4180) with a header. What a row has not is empty. Text that a spreadsheet would run as a
 * formula has an apostrophe put before it.
 */
final class AnswerCsv implements AnswerForm {
    /** An empty line would be read as no row. */
    private static final CsvWriter.CsvWriterBuilder ONE_COLUMN =
            CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY);

    @Override
    public void write(StreamedAnswer answer, Style style, OutputStream out) throws IOException {
        AnswerTable table = new AnswerTable(answer.frame(), style.labels());
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        // it is not closed, for that would close the stream
        CsvWriter csv = table.columns().size() == 1
                ? ONE_COLUMN.build(text)
                : CsvWriter.builder().build(text);
        csv.writeRecord(table.columns().stream()
                .map(column -> SpreadsheetText.guard(column.name()))
                .toList());
        csv.flush();
        table.read(answer, row -> csv.writeRecord(fields(table, row)));
        csv.flush();
    }

    private static List<String> fields(AnswerTable table, AnswerTable.Row row) {
        List<String> fields = new ArrayList<>(table.columns().size());
        for (int column = 0; column < table.columns().size(); column++) {
            String text = row.text(column);
            fields.add(
                    switch (table.columns().get(column).kind()) {
                        case CODE, LABEL, GROUPING -> SpreadsheetText.guard(text);
                        case YEAR, USD, COUNT, RATIO -> text;
                    });
        }
        return fields;
    }
}
