package org.undatacube.registry.importing;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** A CSV file with a header row, in UTF-8, with or without a byte-order mark. */
record CsvTable(List<Row> rows) {

    /**
     * One row.
     *
     * @param line the line of the file, the header's being 1
     * @param isTooLong whether it has more fields than the header, as where a comma is not quoted
     */
    record Row(long line, Map<String, String> fields, boolean isTooLong) {
        /** Without surrounding blanks; empty where the row is too short. */
        String field(String column) {
            return fields.getOrDefault(column, "");
        }

        boolean isBlank() {
            return fields.values().stream().allMatch(String::isEmpty);
        }
    }

    /**
     * Reads the columns that are wanted, wherever they stand; others are left alone.
     *
     * @throws Problem (400) where the file is not CSV or not UTF-8, or a column is missing
     */
    static CsvTable read(InputStream file, List<String> wanted) {
        InputStreamReader text = new InputStreamReader(
                file,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            Iterator<CsvRecord> remaining = records.iterator();
            List<String> header = remaining.hasNext() ? remaining.next().getFields() : List.of();
            Map<String, Integer> columns = columns(header, wanted);
            List<Row> rows = new ArrayList<>();
            remaining.forEachRemaining(record -> rows.add(row(record, columns, header.size())));
            return new CsvTable(rows);
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw malformed(e);
        }
    }

    private static Map<String, Integer> columns(List<String> header, List<String> wanted) {
        List<String> names = header.stream()
                .map(name -> name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
                .toList();
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (String column : wanted) {
            int place = names.indexOf(column.toLowerCase(Locale.ROOT));
            if (place < 0) {
                throw new Problem(CommonProblem.MALFORMED_BODY, "The header row has no column " + column + ".")
                        .with("expected", wanted);
            }
            columns.put(column, place);
        }
        return columns;
    }

    private static Row row(CsvRecord record, Map<String, Integer> columns, int width) {
        Map<String, String> fields = new LinkedHashMap<>();
        columns.forEach((column, place) -> {
            if (place < record.getFieldCount()) {
                fields.put(column, record.getField(place).strip());
            }
        });
        return new Row(record.getStartingLineNumber(), fields, record.getFieldCount() > width);
    }

    private static Problem malformed(Exception cause) {
        boolean encoding = cause.getCause() instanceof CharacterCodingException;
        return new Problem(
                CommonProblem.MALFORMED_BODY,
                encoding ? "The file is not in UTF-8." : "The file is not well-formed CSV.",
                cause);
    }
}
