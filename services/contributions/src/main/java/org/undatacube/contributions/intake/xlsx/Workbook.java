package org.undatacube.contributions.intake.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** A workbook that was sent, to be read sheet by sheet and row by row. */
public final class Workbook implements AutoCloseable {
    private final ReadableWorkbook workbook;

    /** Takes rows in their order. */
    @FunctionalInterface
    public interface RowReader {
        /** @return whether more rows are wanted */
        boolean read(Row row);
    }

    private Workbook(ReadableWorkbook workbook) {
        this.workbook = workbook;
    }

    /**
     * @param limit how many bytes it may have, unpacked
     * @throws Problem (400, 413) where it is no workbook, or one that nobody would write
     */
    public static Workbook open(InputStream packed, long limit) throws IOException {
        CheckedCopy copy = CheckedCopy.of(packed, limit);
        try {
            return new Workbook(
                    new ReadableWorkbook(copy.file().toFile(), new ReadingOptions(copy.withStyles(), true)));
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        } finally {
            // it stays open for its reader, and nothing is left behind even where the service is killed
            Files.delete(copy.file());
        }
    }

    /** Those that can be seen, in their order. */
    public List<Sheet> sheets() {
        return workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
    }

    /** Shows the rows that there are; empty ones may be missing. */
    public void read(Sheet sheet, RowReader reader) {
        try (Stream<Row> rows = sheet.openStream()) {
            Iterator<Row> iterator = rows.iterator();
            for (Row row = next(iterator); row != null && reader.read(row); ) {
                row = next(iterator);
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null at the end. */
    private static Row next(Iterator<Row> rows) {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException e) {
            // whatever the library stumbles over is in the file
            throw unreadable(e);
        }
    }

    private static Problem unreadable(Exception e) {
        return new Problem(CommonProblem.MALFORMED_BODY, "The body is not a workbook that can be read.", e);
    }
}
