package org.undatacube.aggregation.bulk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The archive of a product. Equal contents make equal bytes: its entries are all of the time of the edition. */
final class Archive implements AutoCloseable {
    private final ZipOutputStream zip;
    private final LocalDateTime time;
    private final List<CsvTable.Written> tables = new ArrayList<>();

    Archive(Path file, Instant publishedAt) throws IOException {
        this.zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        this.time = LocalDateTime.ofInstant(publishedAt, ZoneOffset.UTC);
    }

    /** Writes the rows of a table. */
    @FunctionalInterface
    interface Rows {
        void to(CsvTable table) throws IOException;
    }

    void table(Table table, Rows rows) throws IOException {
        begin(table.file());
        tables.add(write(table, rows, zip));
        zip.closeEntry();
    }

    /** A table that is a file of its own too. */
    CsvTable.Written table(Table table, Rows rows, Path file) throws IOException {
        CsvTable.Written written;
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            written = write(table, rows, out);
        }
        begin(table.file());
        Files.copy(file, zip);
        zip.closeEntry();
        tables.add(written);
        return written;
    }

    private static CsvTable.Written write(Table table, Rows rows, OutputStream out) throws IOException {
        CsvTable csv = new CsvTable(table, out);
        try (csv) {
            rows.to(csv);
        }
        return csv.written();
    }

    void text(String file, String text) throws IOException {
        begin(file);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Those that were written, in their order. */
    List<CsvTable.Written> tables() {
        return List.copyOf(tables);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void begin(String file) throws IOException {
        ZipEntry entry = new ZipEntry(file);
        // of this machine's zone nothing is written
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
    }
}
