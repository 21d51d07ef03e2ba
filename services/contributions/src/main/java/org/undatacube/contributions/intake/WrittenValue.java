package org.undatacube.contributions.intake;

import java.util.Optional;
import org.undatacube.contributions.intake.csv.DecimalMark;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.LineField;
import org.undatacube.contributions.validation.Rule;
import org.undatacube.contributions.validation.StatedLine;

/**
 * Takes values as people write them into tables.
 *
 * @param decimal how amounts are written; empty where nothing says so, and each must speak for itself
 */
record WrittenValue(Optional<DecimalMark> decimal, Findings findings) {
    private static final String DASH = "-";

    void state(StatedLine line, LineField field, String written) {
        if (field == LineField.AMOUNT) {
            stateAmount(line, written);
        } else if (field.isCode()) {
            line.state(field, Choice.code(written));
        } else {
            line.state(field, written);
        }
    }

    private void stateAmount(StatedLine line, String written) {
        if (written.strip().equals(DASH)) {
            findings.add(
                    Rule.AMOUNT_DASH, line.at(LineField.AMOUNT), written, "A dash is how spreadsheets show zero.", "0");
            line.state(LineField.AMOUNT, "0");
        } else if (decimal.isPresent()) {
            line.state(LineField.AMOUNT, decimal.get().plain(written).orElse(written));
        } else if (DecimalMark.isAmbiguous(written)) {
            findings.add(
                    Rule.AMOUNT_AMBIGUOUS,
                    line.at(LineField.AMOUNT),
                    written,
                    () -> new Findings.Words(
                            "This is " + DecimalMark.POINT.plain(written).orElseThrow() + " or "
                                    + DecimalMark.COMMA.plain(written).orElseThrow() + ", and nothing says which.",
                            "declare decimal=point or decimal=comma"));
            line.markUnreadable(LineField.AMOUNT);
        } else {
            line.state(
                    LineField.AMOUNT,
                    DecimalMark.POINT
                            .plain(written)
                            .or(() -> DecimalMark.COMMA.plain(written))
                            .orElse(written));
        }
    }
}
