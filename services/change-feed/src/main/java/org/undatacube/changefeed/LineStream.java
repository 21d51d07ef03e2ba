package org.undatacube.changefeed;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.undatacube.codelists.Dimension;

/**
 * The format in which an edition's lines travel: CSV with a header, one line a record, and a last record that counts
 * them, so that a stream that was cut short is noticed.
 */
public final class LineStream {
    public static final String MEDIA_TYPE = "text/csv";

    private LineStream() {}

    /** Writes lines; {@link #close()} writes the count, so it must not be called where the lines are not complete. */
    public static final class LineWriter implements AutoCloseable {
        private final CsvWriter csv;
        private long written;

        public LineWriter(OutputStream out) {
            Writer utf8 = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            csv = CsvWriter.builder().build(utf8);
            List<String> header = new ArrayList<>(List.of("breakdown", "line", "amount"));
            for (Dimension dimension : LineRecord.DIMENSIONS) {
                header.add(dimension.code());
            }
            csv.writeRecord(header);
        }

        public void write(PublishedLine line) {
            List<String> fields = new ArrayList<>(LineRecord.FIRST_DIMENSION + LineRecord.DIMENSIONS.length);
            fields.add(Long.toString(line.breakdown()));
            fields.add(Long.toString(line.line()));
            fields.add(line.amount().toPlainString());
            for (Dimension dimension : LineRecord.DIMENSIONS) {
                fields.add(line.codes().get(dimension));
            }
            csv.writeRecord(fields);
            written++;
        }

        @Override
        public void close() throws IOException {
            List<String> end =
                    new ArrayList<>(Collections.nCopies(LineRecord.FIRST_DIMENSION + LineRecord.DIMENSIONS.length, ""));
            end.set(0, LineRecord.END);
            end.set(1, Long.toString(written));
            csv.writeRecord(end);
            csv.close();
        }
    }

    /** @throws IOException where the stream ends before its count or the count differs */
    public static long read(InputStream in, Consumer<PublishedLine> lines) throws IOException {
        long read = 0;
        try (CsvReader<LineRecord> csv =
                CsvReader.builder().build(new LineRecord(), new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (LineRecord record : csv) {
                if (record.isEnd()) {
                    if (record.number() != read) {
                        throw new IOException("The stream counts " + record.number() + " lines, read " + read);
                    }
                    return read;
                }
                if (!record.isHeader()) {
                    lines.accept(record.line());
                    read++;
                }
            }
        }
        throw new IOException("The stream was cut after " + read + " lines");
    }
}
