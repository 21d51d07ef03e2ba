package org.undatacube.contributions.intake.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** What a cell holds. */
public sealed interface CellValue {
    record Empty() implements CellValue {}

    record Text(String text) implements CellValue {}

    /**
     * @param digits without an exponent
     * @param stored what stands in the file, where that is another number; else null
     */
    record Numeric(String digits, String stored) implements CellValue {
        private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);
        /** As many digits as the shortest decimal fraction that means a binary one can have. */
        private static final int MOST_OF_A_DOUBLE = 17;

        private static final int LARGEST_EXPONENT = 100;

        /**
         * The number that stands in the file, digit for digit, with one exception: spreadsheets keep binary fractions
         * and write 1234.56 as 1234.5599999999999. Where the 15 digits that they show mean the very same binary fraction,
         * those are what was typed.
         */
        static Numeric of(BigDecimal exact) {
            BigDecimal shown = exact.round(SHOWN);
            boolean typed = exact.precision() > SHOWN.getPrecision()
                    && exact.precision() <= MOST_OF_A_DOUBLE
                    && exact.scale() > 0
                    && shown.doubleValue() == exact.doubleValue();
            return typed
                    ? new Numeric(plain(shown.stripTrailingZeros()), plain(exact))
                    : new Numeric(plain(exact), null);
        }

        private static String plain(BigDecimal number) {
            // nothing is made as long as an exponent asks for
            return Math.abs(number.scale()) > LARGEST_EXPONENT ? number.toString() : number.toPlainString();
        }
    }

    record Date() implements CellValue {}

    /** @param name as the spreadsheet shows it, such as #REF! */
    record Failed(String name) implements CellValue {}

    record Truth(boolean value) implements CellValue {}

    /** A formula that was never computed. */
    record Uncomputed() implements CellValue {}

    static CellValue of(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return new Empty();
        }
        boolean formula = isFormula(cell);
        Object value = cell.getValue();
        if (cell.getType() == CellType.ERROR) {
            return new Failed(String.valueOf(cell.getRawValue()));
        }
        if (value instanceof BigDecimal number) {
            return NumberFormat.isDate(cell.getDataFormatId(), cell.getDataFormatString())
                    ? new Date()
                    : Numeric.of(number);
        }
        if (value instanceof Boolean truth) {
            return new Truth(truth);
        }
        if (value instanceof String text && formula && text.startsWith("#") && !text.contains(" ")) {
            return new Failed(text);
        }
        if (value instanceof String text) {
            return text.isBlank() ? new Empty() : new Text(text);
        }
        if (formula) {
            return new Uncomputed();
        }
        // a reference to a shared text that the workbook does not have
        return cell.getType() == CellType.STRING ? new Failed("no such text") : new Empty();
    }

    /** Whether its value was computed. */
    static boolean isFormula(Cell cell) {
        return cell != null && cell.getFormula() != null;
    }
}
