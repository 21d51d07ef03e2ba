package org.undatacube.contributions.intake.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * How a file is written.
 *
 * @param decimal empty where its amounts can be read in two ways
 * @param detected what was not declared and is not as it mostly is, in words; empty where there is nothing of the kind
 */
public record Dialect(
        TextEncoding encoding, Delimiter delimiter, Optional<DecimalMark> decimal, List<String> detected) {
    private static final int LONGEST_FIELD = 1 << 20;

    /** A file that can be read from its beginning again and again. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /**
     * @param columns the names that columns may have, by which the header is known
     * @param amount the name of the column of amounts
     * @throws CsvParseException where the file is not CSV
     * @throws UncheckedIOException where it is not in its encoding
     */
    public static Dialect of(Source source, StatedDialect stated, List<String> columns, String amount)
            throws IOException {
        List<String> detected = new ArrayList<>();
        TextEncoding encoding;
        try (InputStream text = source.open()) {
            encoding = TextEncoding.of(text);
        }
        if (encoding != TextEncoding.UTF_8) {
            detected.add(encoding.title() + " text");
        }
        Delimiter delimiter = stated.delimiter().orElse(Delimiter.COMMA);
        if (stated.delimiter().isEmpty()) {
            delimiter = delimiter(source, encoding, columns);
            if (delimiter != Delimiter.COMMA) {
                detected.add("a " + delimiter.title() + " between columns");
            }
        }
        if (stated.decimal().isPresent()) {
            return new Dialect(encoding, delimiter, stated.decimal(), detected);
        }
        AmountMarks marks = amounts(source, encoding, delimiter, amount);
        Optional<DecimalMark> decimal = marks.decide(delimiter);
        if (marks.anyComma()) {
            decimal.ifPresent(mark -> detected.add(
                    mark == DecimalMark.COMMA
                            ? "a comma before the decimals"
                            : "a comma between thousands and a point before the decimals"));
        }
        return new Dialect(encoding, delimiter, decimal, detected);
    }

    /** Reads the rows of a file that is written so. */
    public CsvReader<CsvRecord> read(Source source) throws IOException {
        return read(source, encoding, delimiter);
    }

    private static CsvReader<CsvRecord> read(Source source, TextEncoding encoding, Delimiter delimiter)
            throws IOException {
        return CsvReader.builder()
                .fieldSeparator(delimiter.character())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                // a file that was cut within a field must not be taken for a whole one
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(encoding.open(source.open()));
    }

    /** The one with which most of the header's names are known. */
    private static Delimiter delimiter(Source source, TextEncoding encoding, List<String> columns) throws IOException {
        Delimiter best = Delimiter.COMMA;
        long most = 0;
        for (Delimiter candidate : Delimiter.values()) {
            long known = header(source, encoding, candidate).stream()
                    .map(String::strip)
                    .filter(columns::contains)
                    .count();
            if (known > most) {
                best = candidate;
                most = known;
            }
        }
        return best;
    }

    private static List<String> header(Source source, TextEncoding encoding, Delimiter delimiter) throws IOException {
        try (CsvReader<CsvRecord> rows = read(source, encoding, delimiter)) {
            Iterator<CsvRecord> row = rows.iterator();
            return row.hasNext() ? row.next().getFields() : List.of();
        } catch (CsvParseException | UncheckedIOException notWithThis) {
            // if it is the file's own fault, reading it as a whole will say so
            return List.of();
        }
    }

    private static AmountMarks amounts(Source source, TextEncoding encoding, Delimiter delimiter, String amount)
            throws IOException {
        AmountMarks marks = new AmountMarks();
        try (CsvReader<CsvRecord> rows = read(source, encoding, delimiter)) {
            Iterator<CsvRecord> row = rows.iterator();
            int column = row.hasNext()
                    ? row.next().getFields().stream()
                            .map(String::strip)
                            .toList()
                            .indexOf(amount)
                    : -1;
            while (column >= 0 && row.hasNext()) {
                CsvRecord next = row.next();
                if (column < next.getFieldCount()) {
                    marks.see(next.getField(column));
                }
            }
        }
        return marks;
    }
}
