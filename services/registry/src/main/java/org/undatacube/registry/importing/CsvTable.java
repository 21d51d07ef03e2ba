package org.undatacube.registry.importing;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/** A CSV file with a header row, its fields separated by commas, semicolons or tabs. */
record CsvTable(List<Row> rows) {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    /**
     * One row.
     *
     * @param line the line of the file on which it begins, the header's being 1
     * @param columns where each column stands, the same for all rows
     * @param values the fields as they stand in the file
     * @param surplus how many fields it has more than the header; fewer where negative
     */
    record Row(long line, Map<String, Integer> columns, List<String> values, int surplus) {
        /** The field as it stands in the file; empty where there is none. */
        String raw(String column) {
            int place = columns.getOrDefault(column, values.size());
            return place < values.size() ? values.get(place) : "";
        }

        /** The field in one line without blanks at its ends; empty where there is none. */
        String field(String column) {
            return Wording.tidy(raw(column));
        }

        /** The field with its lines and blanks, but for those at its ends; nothing where the file has no such column. */
        Optional<String> find(String column) {
            return columns.containsKey(column) ? Optional.of(Wording.trim(raw(column))) : Optional.empty();
        }

        boolean isBlank() {
            return values.stream().allMatch(value -> Wording.tidy(value).isEmpty());
        }
    }

    /**
     * Reads the columns that a format has, wherever they stand.
     *
     * @param strict whether a column that the format does not have is refused rather than left alone
     * @throws Problem (400) where the file is not CSV, or has not the columns
     */
    static CsvTable read(String text, List<FileColumn> wanted, boolean strict) {
        char separator = separator(text, wanted);
        try (CsvReader<CsvRecord> records = reader(text, separator)) {
            Iterator<CsvRecord> remaining = records.iterator();
            List<String> header = remaining.hasNext() ? names(remaining.next()) : List.of();
            Map<String, Integer> columns = columns(header, wanted);
            if (strict) {
                refuseOthers(header, wanted);
            }
            List<Row> rows = new ArrayList<>();
            remaining.forEachRemaining(record -> rows.add(row(record, columns, header.size())));
            return new CsvTable(rows);
        } catch (CsvParseException e) {
            throw notWellFormed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem notWellFormed(CsvParseException cause) {
        Matcher line = LINE.matcher(cause.getMessage());
        String where = line.find() ? " in the row that begins on line " + line.group(1) : "";
        return new Problem(
                CommonProblem.MALFORMED_BODY,
                "The file is not well-formed CSV: a quotation mark is not closed, or text follows it" + where + ".",
                cause);
    }

    private static CsvReader<CsvRecord> reader(String text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    /** The one with which the header row has most of the columns. */
    private static char separator(String text, List<FileColumn> wanted) {
        String header = text.lines().findFirst().orElse("");
        return SEPARATORS.stream()
                .max(Comparator.comparingLong(separator -> wanted.stream()
                                .filter(column -> Stream.of(header.split(separator.toString()))
                                        .map(name -> name.replace("\"", ""))
                                        .anyMatch(name -> fold(name).equals(fold(column.name()))))
                                .count())
                        .thenComparing(separator -> -SEPARATORS.indexOf(separator)))
                .orElseThrow();
    }

    private static List<String> names(CsvRecord header) {
        return header.getFields().stream().map(CsvTable::fold).toList();
    }

    private static String fold(String name) {
        return Wording.tidy(name).toLowerCase(Locale.ROOT);
    }

    private static Map<String, Integer> columns(List<String> header, List<FileColumn> wanted) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (FileColumn column : wanted) {
            int place = header.indexOf(fold(column.name()));
            if (place >= 0) {
                columns.put(column.name(), place);
            } else if (column.required()) {
                throw malformedHeader("The header row has no column " + column.name() + ".", wanted);
            }
            if (place != header.lastIndexOf(fold(column.name()))) {
                throw malformedHeader("The header row has the column " + column.name() + " twice.", wanted);
            }
        }
        return columns;
    }

    private static void refuseOthers(List<String> header, List<FileColumn> wanted) {
        List<String> known = wanted.stream().map(column -> fold(column.name())).toList();
        header.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw malformedHeader(
                    name.isEmpty()
                            ? "The header row has a column without a name."
                            : "The format has no column " + name + ".",
                    wanted);
        });
    }

    private static Problem malformedHeader(String detail, List<FileColumn> wanted) {
        return new Problem(CommonProblem.MALFORMED_BODY, detail)
                .with("expected", wanted.stream().map(FileColumn::name).toList());
    }

    private static Row row(CsvRecord record, Map<String, Integer> columns, int width) {
        return new Row(record.getStartingLineNumber(), columns, record.getFields(), record.getFieldCount() - width);
    }
}
