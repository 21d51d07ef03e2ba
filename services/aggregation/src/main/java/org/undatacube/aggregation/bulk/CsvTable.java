package org.undatacube.aggregation.bulk;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.undatacube.http.SpreadsheetText;

/** Writes a table as CSV (RFC 4180), with a header. Closing it leaves what is behind it open. */
final class CsvTable implements AutoCloseable {

    private final Table table;
    private final HashedOutput output;
    private final CsvWriter csv;
    private final boolean[] isText;
    private long rows;

    CsvTable(Table table, OutputStream out) {
        this.table = table;
        this.output = new HashedOutput(new BufferedOutputStream(out, 1 << 16));
        this.csv = CsvWriter.builder().build(new OutputStreamWriter(output, StandardCharsets.UTF_8));
        this.isText = new boolean[table.columns().size()];
        for (int index = 0; index < isText.length; index++) {
            isText[index] = table.columns().get(index).type().equals("string");
        }
        csv.writeRecord(table.header());
    }

    /** @param fields one for each column; null for what is not there */
    void row(List<String> fields) {
        String[] safe = new String[fields.size()];
        Arrays.setAll(safe, index -> isText[index] ? SpreadsheetText.guard(fields.get(index)) : fields.get(index));
        csv.writeRecord(safe);
        rows++;
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was written; to be asked when it is closed. */
    Written written() {
        return new Written(table, rows, output.count(), output.hash());
    }

    /**
     * A table that was written.
     *
     * @param hash SHA-256 in hexadecimal digits
     */
    record Written(Table table, long rows, long bytes, String hash) {}
}
