package org.undatacube.contributions.export;

import java.io.IOException;
import java.math.BigDecimal;
import org.dhatim.fastexcel.Worksheet;
import org.undatacube.contributions.submission.Amount;

/** Writes a sheet row by row, under a header that stays in sight; keeps a few rows at a time. */
final class SheetWriter {
    /** A spreadsheet reckons with binary fractions, which hold any decimal of so many digits and no longer ones. */
    private static final int DIGITS_OF_A_NUMBER = 15;

    private static final int ROWS_AT_A_TIME = 1_000;

    private final Worksheet sheet;
    private int row;

    SheetWriter(Worksheet sheet) {
        this.sheet = sheet;
    }

    /** How many rows there are. */
    int rows() {
        return row;
    }

    void header(String... titles) throws IOException {
        sheet.freezePane(0, 1);
        for (int column = 0; column < titles.length; column++) {
            sheet.inlineString(row, column, titles[column]);
            sheet.style(row, column).bold().set();
        }
        next();
    }

    /** Each value as a cell of its type; no cell for null. */
    void row(Object... values) throws IOException {
        for (int column = 0; column < values.length; column++) {
            write(column, values[column]);
        }
        next();
    }

    private void write(int column, Object value) {
        if (value instanceof Amount amount) {
            write(column, amount.value());
        } else if (value instanceof BigDecimal decimal && decimal.precision() > DIGITS_OF_A_NUMBER) {
            sheet.inlineString(row, column, decimal.toPlainString());
        } else if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value != null) {
            // never a formula, whatever it begins with: the cell says that it is text
            sheet.inlineString(row, column, value.toString());
        }
    }

    private void next() throws IOException {
        row++;
        if (row % ROWS_AT_A_TIME == 0) {
            sheet.flush();
        }
    }
}
