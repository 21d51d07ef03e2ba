package org.undatacube.registry.rate;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** CEB's file of exchange rates as it is, {@code RATES.csv}: UTF-8, with or without a byte-order mark. */
record RateFile(List<Row> rows) {
    static final String FORMAT = "ceb-rates";
    /** What the rates that come in by such a file have as their source. */
    static final String SOURCE = "CEB reference rates";

    static final String CURRENCY = "Currencycode";
    static final String YEAR = "FinYear";
    static final String RATE = "Rate";
    private static final List<String> COLUMNS = List.of(CURRENCY, YEAR, RATE);
    /** More currencies and years than there are. */
    private static final int MOST_ROWS = 50_000;

    /**
     * A row as it stands in the file, but for blanks around its fields; those that are missing are empty.
     *
     * @param line the line of the file, the header's being 1
     * @param isTooLong whether it has more fields than the header
     */
    record Row(long line, String currency, String year, String rate, boolean isTooLong) {
        boolean isBlank() {
            return currency.isEmpty() && year.isEmpty() && rate.isEmpty();
        }
    }

    /** @throws Problem (400) where the file is not CSV or not UTF-8, has no such columns, or too many rows */
    static RateFile read(InputStream file) {
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(text(file))) {
            List<Row> rows =
                    records.stream().limit(MOST_ROWS + 1L).map(RateFile::row).toList();
            if (rows.isEmpty() || rows.size() > MOST_ROWS) {
                throw malformed("The file has no rows under its header, or more than " + MOST_ROWS + ".", null);
            }
            return new RateFile(rows);
        } catch (CsvParseException e) {
            throw malformed("The file is not well-formed CSV.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(InputStream file) throws IOException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.readAllBytes()))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw malformed("The file is not in UTF-8.", e);
        }
    }

    private static Row row(NamedCsvRecord record) {
        List<String> header = record.getHeader();
        if (!header.containsAll(COLUMNS)) {
            throw malformed("The header row has not the columns of such a file.", null);
        }
        return new Row(
                record.getStartingLineNumber(),
                field(record, CURRENCY),
                field(record, YEAR),
                field(record, RATE),
                record.getFieldCount() > header.size());
    }

    private static String field(NamedCsvRecord record, String column) {
        return record.findField(column).orElse("").strip();
    }

    private static Problem malformed(String detail, Exception cause) {
        return new Problem(CommonProblem.MALFORMED_BODY, detail, cause).with("expected", COLUMNS);
    }
}
