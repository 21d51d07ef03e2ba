package org.undatacube.contributions.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.undatacube.contributions.intake.csv.Dialect;
import org.undatacube.contributions.intake.csv.StatedDialect;
import org.undatacube.contributions.validation.BreakdownJudge;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.LineField;
import org.undatacube.contributions.validation.Place;
import org.undatacube.contributions.validation.Rule;
import org.undatacube.contributions.validation.StatedHeader;
import org.undatacube.contributions.validation.StatedLine;
import org.undatacube.contributions.validation.SubmissionJudge;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * A submission as CSV, in whichever way it is written.
 *
 * @param stated what it says about itself, beside the body
 * @param dialect what is declared about how it is written
 * @param draft whether it may have no rows yet, nor a header
 */
record CsvBody(SpooledBody body, StatedHeader stated, StatedDialect dialect, boolean draft) implements SubmissionBody {
    private static final long HEADER_ROW = 1;

    @Override
    public SpooledBody source() {
        return body;
    }

    @Override
    public StatedHeader header(Findings findings) {
        return stated;
    }

    @Override
    public void lines(SubmissionJudge judge) throws IOException {
        try {
            Dialect found = Dialect.of(body::open, dialect, Columns.spellings(), LineField.AMOUNT.spelling());
            if (!found.detected().isEmpty()) {
                judge.findings()
                        .add(
                                Rule.READ_AS,
                                Place.WHOLE,
                                null,
                                "Taken from the file itself: " + String.join(", ", found.detected()) + ".",
                                "what was meant; if not, declare delimiter and decimal");
            }
            try (CsvReader<CsvRecord> rows = found.read(body::open)) {
                if (!read(rows, new WrittenValue(found.decimal(), judge.findings()), judge) && !draft) {
                    throw new Problem(CommonProblem.MALFORMED_BODY, "The body is empty: it has no header row.");
                }
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw malformed(e);
        }
    }

    /** @return whether there is anything */
    private static boolean read(CsvReader<CsvRecord> rows, WrittenValue written, SubmissionJudge judge) {
        NamedBreakdowns breakdowns = new NamedBreakdowns(judge);
        Columns columns = null;
        for (CsvRecord row : rows) {
            if (columns == null) {
                columns = Columns.of(
                        row.getFields(), false, (column, name) -> new Place(HEADER_ROW, name, null), judge.findings());
                judge.readsColumns(columns.sent());
                if (!columns.haveAmount()) {
                    return true;
                }
            } else {
                read(row, columns, written, breakdowns, judge.findings());
            }
        }
        return columns != null;
    }

    private static void read(
            CsvRecord row, Columns columns, WrittenValue written, NamedBreakdowns breakdowns, Findings findings) {
        String name = columns.breakdown()
                .filter(column -> column < row.getFieldCount())
                .map(row::getField)
                .map(columns::cell)
                .orElse("")
                .strip();
        Optional<BreakdownJudge> breakdown = breakdowns.open(name, Place.ofField(Columns.BREAKDOWN));
        if (breakdown.isEmpty()) {
            return;
        }
        if (row.getFieldCount() == columns.count()) {
            breakdown.get().judge(line(row, columns, written));
        } else {
            findings.add(
                    Rule.ROW_LENGTH,
                    new Place(row.getStartingLineNumber(), null, null),
                    String.valueOf(row.getFieldCount()),
                    "The row has " + row.getFieldCount() + " fields.",
                    columns.count() + " fields, as the header has");
            breakdown.get().refuse(StatedLine.ofRow(row.getStartingLineNumber()).sentAs(columns.sent(row.getFields())));
        }
    }

    private static StatedLine line(CsvRecord row, Columns columns, WrittenValue written) {
        StatedLine line = StatedLine.ofRow(row.getStartingLineNumber());
        for (int column = 0; column < columns.count(); column++) {
            String value = columns.cell(row.getField(column));
            columns.field(column).ifPresent(field -> written.state(line, field, value));
        }
        return line;
    }

    private static Problem malformed(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new Problem(
                        CommonProblem.MALFORMED_BODY,
                        "The body is not UTF-8, it may be Windows-1252; save the file as \"CSV UTF-8\" or as \"Unicode"
                                + " text\".",
                        e);
            }
        }
        return new Problem(CommonProblem.MALFORMED_BODY, "The body is not well-formed CSV: " + e.getMessage() + ".", e);
    }
}
