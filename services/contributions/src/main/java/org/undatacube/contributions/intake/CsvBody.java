package org.undatacube.contributions.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.undatacube.contributions.validation.BreakdownJudge;
import org.undatacube.contributions.validation.BreakdownJudge.Label;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.Place;
import org.undatacube.contributions.validation.Rule;
import org.undatacube.contributions.validation.StatedHeader;
import org.undatacube.contributions.validation.SubmissionJudge;
import org.undatacube.http.CommonProblem;
import org.undatacube.http.Problem;

/**
 * A submission as CSV in UTF-8, with or without byte-order mark.
 *
 * @param stated what it says about itself, beside the body
 * @param draft whether it may have no rows yet, nor a header
 */
record CsvBody(SpooledBody body, StatedHeader stated, boolean draft) implements SubmissionBody {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_FIELD = 1 << 20;

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
        try (Reader reader = open();
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        // a file that was cut within a field must not be taken for a whole one
                        .allowUnclosedQuote(false)
                        .maxBufferSize(LONGEST_FIELD)
                        .ofCsvRecord(reader)) {
            if (!read(csv, judge) && !draft) {
                throw new Problem(CommonProblem.MALFORMED_BODY, "The body is empty: it has no header row.");
            }
        } catch (CsvParseException e) {
            throw malformed(e);
        }
    }

    /** @return whether there is anything */
    private static boolean read(CsvReader<CsvRecord> csv, SubmissionJudge judge) {
        Map<String, BreakdownJudge> breakdowns = new HashMap<>();
        CsvColumns columns = null;
        for (CsvRecord row : csv) {
            if (columns == null) {
                columns = CsvColumns.of(row, judge.findings());
                judge.readsColumns(columns.sent());
                if (!columns.haveAmount()) {
                    return true;
                }
            } else {
                read(row, columns, breakdowns, judge);
            }
        }
        return columns != null;
    }

    private static void read(
            CsvRecord row, CsvColumns columns, Map<String, BreakdownJudge> breakdowns, SubmissionJudge judge) {
        String name = columns.breakdown(row);
        BreakdownJudge breakdown = breakdowns.get(name);
        if (breakdown == null) {
            breakdown = judge.open(new Label(name, Place.ofField(CsvColumns.BREAKDOWN)))
                    .orElse(null);
            if (breakdown == null) {
                // those beyond the most that there can be are not remembered: their names must not fill the memory
                return;
            }
            breakdowns.put(name, breakdown);
        }
        if (row.getFieldCount() == columns.count()) {
            breakdown.judge(columns.line(row));
        } else {
            judge.findings()
                    .add(
                            Rule.ROW_LENGTH,
                            new Place(row.getStartingLineNumber(), null, null),
                            String.valueOf(row.getFieldCount()),
                            "The row has " + row.getFieldCount() + " fields.",
                            columns.count() + " fields, as the header has");
            breakdown.refuse(columns.unreadableLine(row));
        }
    }

    private Reader open() throws IOException {
        // a file in another encoding must be refused, not read with other letters than its sender wrote
        Reader reader = new BufferedReader(new InputStreamReader(
                body.open(),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        try {
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            return reader;
        } catch (CharacterCodingException e) {
            reader.close();
            throw notUtf8(e);
        }
    }

    private static Problem malformed(CsvParseException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return notUtf8(e);
            }
        }
        return new Problem(CommonProblem.MALFORMED_BODY, "The body is not well-formed CSV: " + e.getMessage() + ".", e);
    }

    private static Problem notUtf8(Exception e) {
        return new Problem(CommonProblem.MALFORMED_BODY, "The body is not UTF-8; save the file as CSV UTF-8.", e);
    }
}
