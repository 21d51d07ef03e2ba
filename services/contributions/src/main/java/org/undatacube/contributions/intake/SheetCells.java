package org.undatacube.contributions.intake;

import java.util.List;
import java.util.Optional;
import org.undatacube.contributions.intake.xlsx.CellValue;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.LineField;
import org.undatacube.contributions.validation.Rule;
import org.undatacube.contributions.validation.StatedLine;

/** Takes the cells of a sheet's rows for what they say about a line. */
final class SheetCells {
    private final WrittenValue written;
    private final Findings findings;
    private List<String> names = List.of();

    SheetCells(WrittenValue written) {
        this.written = written;
        this.findings = written.findings();
    }

    /** @param header the sheet's columns, by their names */
    void headedBy(List<String> header) {
        names = header;
    }

    /** The column that has a name, from 0. */
    Optional<Integer> columnOf(String field) {
        int column = names.indexOf(field);
        return column < 0 ? Optional.empty() : Optional.of(column);
    }

    void state(StatedLine line, LineField field, CellValue value) {
        if (value instanceof CellValue.Text text) {
            written.state(line, field, text.text());
        } else if (value instanceof CellValue.Numeric number) {
            stateNumber(line, field, number);
        } else if (!(value instanceof CellValue.Empty)) {
            refuse(line, field, value);
        }
    }

    private void stateNumber(StatedLine line, LineField field, CellValue.Numeric number) {
        boolean whole = number.digits().indexOf('.') < 0;
        if (field.isCode() && !whole) {
            findings.add(
                    Rule.WRONG_TYPE,
                    line.at(field),
                    number.digits(),
                    "This is a number, which cannot tell 8.10 from 8.1.",
                    "the code as text: format the column as text, then write it anew");
            line.markUnreadable(field);
            return;
        }
        if (field.isCode()) {
            findings.add(Rule.CODE_AS_NUMBER, line.at(field), number.digits(), "Taken as a code.", "text");
        } else if (number.stored() != null) {
            findings.add(
                    Rule.NUMBER_AS_SHOWN,
                    line.at(field),
                    number.stored(),
                    "Taken as " + number.digits() + ", which the spreadsheet shows.",
                    number.digits());
        }
        line.state(field, number.digits());
    }

    private void refuse(StatedLine line, LineField field, CellValue value) {
        boolean isAmount = field == LineField.AMOUNT;
        if (value instanceof CellValue.Date) {
            findings.add(
                    isAmount ? Rule.AMOUNT_NOT_A_NUMBER : Rule.WRONG_TYPE,
                    line.at(field),
                    null,
                    "The cell is a date.",
                    isAmount ? "a number, formatted as one" : "text, formatted as such");
        } else if (value instanceof CellValue.Failed failed) {
            findings.add(Rule.CELL_WITHOUT_VALUE, line.at(field), failed.name(), "The cell shows an error.", "a value");
        } else if (value instanceof CellValue.Truth truth) {
            findings.add(
                    isAmount ? Rule.AMOUNT_NOT_A_NUMBER : Rule.WRONG_TYPE,
                    line.at(field),
                    String.valueOf(truth.value()),
                    "The cell is true or false.",
                    isAmount ? "a number" : "text");
        } else {
            findings.add(
                    Rule.CELL_WITHOUT_VALUE,
                    line.at(field),
                    null,
                    "The cell is a formula that was never computed.",
                    "a value; open the file in a spreadsheet and save it");
        }
        line.markUnreadable(field);
    }
}
