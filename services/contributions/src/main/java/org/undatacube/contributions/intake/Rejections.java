package org.undatacube.contributions.intake;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.Finding;
import org.undatacube.contributions.submission.RejectedLine;
import org.undatacube.contributions.validation.Acceptance.Refusal;
import org.undatacube.contributions.validation.LineField;

/**
 * Lines that are refused alone, on their way into the store: while the good lines flow in the transaction can do nothing
 * else, so they wait in a file.
 */
final class Rejections implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectReader READER = JSON.readerFor(RejectedLine.class);

    private final FileChannel file;
    private final SequenceWriter writer;
    private List<String> columns = columnsWithoutFile();
    private long lines;
    private Amount total = Amount.ZERO;
    private long withoutAmount;

    Rejections() throws IOException {
        this.file = NamelessFile.open();
        this.writer = JSON.writerFor(RejectedLine.class)
                .withRootValueSeparator("\n")
                .writeValues(Channels.newOutputStream(file));
    }

    /** @param names of the columns of the file in which they stand */
    void readColumns(List<String> names) {
        columns = names;
    }

    void add(Refusal refusal) {
        lines++;
        refusal.dollars().ifPresentOrElse(dollars -> total = total.plus(dollars), () -> withoutAmount++);
        List<String> cells = refusal.line()
                .cells()
                .orElseGet(() ->
                        columns.stream().map(column -> cell(refusal, column)).toList());
        String findings = refusal.findings().stream().map(Rejections::words).collect(Collectors.joining(" | "));
        try {
            writer.write(new RejectedLine(
                    refusal.line().row(),
                    cells.stream().map(Rejections::storable).toList(),
                    findings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, in their order; none can be added any more. */
    MappingIterator<RejectedLine> read() throws IOException {
        writer.flush();
        file.position(0);
        return READER.readValues(Channels.newInputStream(file));
    }

    List<String> columns() {
        return columns;
    }

    long lines() {
        return lines;
    }

    /** In United States dollars, of those whose amount could be read. */
    Amount total() {
        return total;
    }

    long withoutAmount() {
        return withoutAmount;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static List<String> columnsWithoutFile() {
        List<String> columns = new ArrayList<>(List.of(Columns.BREAKDOWN));
        columns.addAll(LineField.spellings());
        return columns;
    }

    private static String cell(Refusal refusal, String column) {
        return column.equals(Columns.BREAKDOWN)
                ? refusal.breakdown()
                : LineField.find(column).map(refusal.line()::value).orElse("");
    }

    private static String words(Finding finding) {
        String field = finding.field() == null ? "" : " (" + finding.field() + ")";
        String right = Optional.ofNullable(finding.expected())
                .map(expected -> "; right: " + expected)
                .orElse("");
        return finding.rule() + field + ": " + finding.message() + right;
    }

    /** The database stores neither the character 0 nor halves of surrogate pairs; a finding says that they were there. */
    private static String storable(String cell) {
        StringBuilder storable = new StringBuilder(cell.length());
        cell.codePoints()
                .map(point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                        ? '\uFFFD'
                        : point)
                .forEach(storable::appendCodePoint);
        return storable.toString();
    }
}
