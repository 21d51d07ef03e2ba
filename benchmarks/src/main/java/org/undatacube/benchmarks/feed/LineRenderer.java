package org.undatacube.benchmarks.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.undatacube.changefeed.LineStream;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;

/** Writes what {@link LineStream} does, but from codes that are rendered already: it shares two processors with the reader. */
final class LineRenderer {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_LINE = 1 << 10;
    private static final String NO_LINES = noLines();
    private static final int END = NO_LINES.lastIndexOf("end");
    private static final Dimension[] DIMENSIONS = Dimension.values();
    private static final int RADIX = 10;

    private final OutputStream out;
    private final CodeTable[] tables = new CodeTable[DIMENSIONS.length];
    private final byte[] buffer = new byte[BUFFER];
    private int length;
    private long written;

    LineRenderer(OutputStream out, MadeUpFigures figures) throws IOException {
        this.out = out;
        for (int index = 0; index < DIMENSIONS.length; index++) {
            tables[index] = figures.table(DIMENSIONS[index]);
        }
        out.write(NO_LINES.substring(0, END).getBytes(StandardCharsets.UTF_8));
    }

    /** A header and an end that counts none. */
    private static String noLines() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LineStream.LineWriter writer = new LineStream.LineWriter(out);
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    void write(long breakdown, long line, DimensionSet dimensions, int[] codes, long cents) throws IOException {
        if (length > BUFFER - LONGEST_LINE) {
            flush();
        }
        number(breakdown);
        buffer[length++] = ',';
        number(line);
        buffer[length++] = ',';
        amount(cents);
        for (int index = 0; index < DIMENSIONS.length; index++) {
            buffer[length++] = ',';
            if (DIMENSIONS[index] == Dimension.ENTITY || dimensions.dimensions().contains(DIMENSIONS[index])) {
                byte[] code = tables[index].rendered(codes[index]);
                System.arraycopy(code, 0, buffer, length, code.length);
                length += code.length;
            }
        }
        buffer[length++] = '\n';
        written++;
    }

    /** Writes the count of the lines. */
    void end() throws IOException {
        flush();
        String end = NO_LINES.substring(END).replaceFirst("0", Long.toString(written));
        out.write(end.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    private void amount(long cents) {
        if (cents < 0) {
            buffer[length++] = '-';
        }
        long positive = Math.abs(cents);
        number(positive / 100);
        buffer[length++] = '.';
        buffer[length++] = (byte) ('0' + positive / RADIX % RADIX);
        buffer[length++] = (byte) ('0' + positive % RADIX);
    }

    private void number(long number) {
        int digits = 1;
        for (long rest = number / RADIX; rest > 0; rest /= RADIX) {
            digits++;
        }
        int place = length + digits;
        length = place;
        long rest = number;
        do {
            buffer[--place] = (byte) ('0' + rest % RADIX);
            rest /= RADIX;
        } while (rest > 0);
    }
}
