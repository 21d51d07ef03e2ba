package org.undatacube.loader.ceb;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.undatacube.codelists.Code;
import org.undatacube.codelists.CodeList;
import org.undatacube.loader.suite.Line;

/** Reads one raw file of CEB's into submissions, one for each reporting entity and year. */
public final class CebFile {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final CebTable table;
    private final CodeList entities;
    private final CodeList codes;

    /** The file is not the table that it is said to be. */
    public static final class NotThatTable extends Exception {
        private static final long serialVersionUID = 1L;

        private NotThatTable(Path file, String problem) {
            super(file.getFileName() + ": " + problem);
        }
    }

    /** @param codes the list of the table's dimension */
    public CebFile(CebTable table, CodeList entities, CodeList codes) {
        this.table = table;
        this.entities = entities;
        this.codes = codes;
    }

    /** @throws NotThatTable where columns are missing or a row has more or fewer fields than the header */
    public Conversion convert(Path file) throws IOException, NotThatTable {
        Findings findings = new Findings();
        Grouping lines = new Grouping(table, file.getFileName().toString());
        YearTotals read = new YearTotals();
        Set<List<String>> seen = new HashSet<>();
        try (CsvReader<NamedCsvRecord> records =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
            for (NamedCsvRecord record : records) {
                requireColumns(file, record);
                Row row = new Row(record, findings);
                if (!seen.add(row.fields())) {
                    row.find(Rule.REPEATED_ROW, "amount", "");
                }
                convert(row, read, lines);
            }
        } catch (CsvParseException malformed) {
            throw new NotThatTable(file, malformed.getMessage());
        }
        if (seen.isEmpty()) {
            throw new NotThatTable(file, "holds no rows.");
        }
        noteByteOrderMark(file, findings);
        return new Conversion(read, lines.submissions(), findings);
    }

    private void convert(Row row, YearTotals read, Grouping lines) {
        Optional<Integer> year = row.year(table.yearColumn());
        Optional<BigDecimal> amount = row.amount();
        Optional<Code> entity = row.code(table.entityColumn(), entities);
        Optional<Code> part = row.text(table.partColumn()).equals(row.text(table.entityColumn()))
                ? entity
                : row.code(table.partColumn(), entities);
        Optional<Reading> reading = table.read(row, codes);
        year.ifPresent(known -> read.add(known, amount.orElse(BigDecimal.ZERO)));
        if (year.isEmpty() || amount.isEmpty() || entity.isEmpty() || part.isEmpty() || reading.isEmpty()) {
            return;
        }
        String reporting = entities.memberAt(entity.get(), "entity").code();
        String partOfIt =
                part.get().code().equals(reporting) ? null : part.get().code();
        lines.add(new Grouping.EntityYear(reporting, year.get()), line(row, amount.get(), partOfIt, reading.get()));
    }

    private Line line(Row row, BigDecimal amount, String part, Reading reading) {
        return new Line(
                table.dimension(),
                reading.code(),
                amount,
                part,
                reading.currency(),
                reading.basis(),
                Long.toString(row.number()),
                reading.note());
    }

    private void requireColumns(Path file, NamedCsvRecord record) throws NotThatTable {
        List<String> missing = table.columns().stream()
                .filter(column -> !record.getHeader().contains(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new NotThatTable(
                    file,
                    "is not CEB's table for " + table.name() + ": it has no column " + String.join(", ", missing)
                            + ".");
        }
    }

    private void noteByteOrderMark(Path file, Findings findings) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            if (Arrays.equals(bytes.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
                Rule rule = Rule.BYTE_ORDER_MARK;
                findings.add(new Finding(rule, 1, table.columns().get(0), "EF BB BF", null, rule.text()));
            }
        }
    }
}
