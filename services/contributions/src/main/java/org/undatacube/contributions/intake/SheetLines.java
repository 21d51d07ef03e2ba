package org.undatacube.contributions.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.undatacube.contributions.intake.xlsx.CellReference;
import org.undatacube.contributions.intake.xlsx.CellValue;
import org.undatacube.contributions.intake.xlsx.Workbook;
import org.undatacube.contributions.validation.BreakdownJudge;
import org.undatacube.contributions.validation.Findings;
import org.undatacube.contributions.validation.LineField;
import org.undatacube.contributions.validation.Place;
import org.undatacube.contributions.validation.Rule;
import org.undatacube.contributions.validation.StatedLine;

/**
 * The lines of one sheet. Its header is the first row with a cell that reads amount; what stands above, such as headings
 * in another language, is not looked at, nor are empty rows.
 */
final class SheetLines implements Workbook.RowReader {
    private static final int LAST_ROW_OF_HEADER = 20;

    private final Sheet sheet;
    private final NamedBreakdowns breakdowns;
    private final SheetCells cells;
    private final Findings findings;
    private Columns columns;
    private boolean anything;
    private long formulas;
    private String firstFormula;

    SheetLines(Sheet sheet, NamedBreakdowns breakdowns, SheetCells cells, Findings findings) {
        this.sheet = sheet;
        this.breakdowns = breakdowns;
        this.cells = cells;
        this.findings = findings;
    }

    @Override
    public boolean read(Row row) {
        if (row.stream().allMatch(cell -> CellValue.of(cell) instanceof CellValue.Empty)) {
            return true;
        }
        anything = true;
        if (columns != null) {
            readLine(row);
            return true;
        }
        if (isHeader(row)) {
            readHeader(row);
            return columns.haveAmount();
        }
        return row.getRowNum() < LAST_ROW_OF_HEADER;
    }

    /** Says what holds for the sheet as a whole; to be called after its last row. */
    boolean finish() {
        if (columns == null && anything) {
            findings.add(
                    Rule.SHEET_NOT_READ,
                    place(null, null),
                    sheet.getName(),
                    "None of the first " + LAST_ROW_OF_HEADER + " rows names a column amount.",
                    "a row of headings, if the sheet holds lines");
        }
        if (formulas > 0) {
            findings.add(
                    Rule.FORMULA_TAKEN,
                    place(null, firstFormula),
                    Long.toString(formulas),
                    formulas + " cells are formulas; taken are the values that they had when the file was saved.",
                    null);
        }
        return columns != null;
    }

    private static boolean isHeader(Row row) {
        return row.stream().anyMatch(cell -> name(cell).equals(LineField.AMOUNT.spelling()));
    }

    private void readHeader(Row row) {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < row.getCellCount(); column++) {
            names.add(name(row.getOptionalCell(column).orElse(null)));
        }
        long number = row.getRowNum();
        columns =
                Columns.of(names, true, (column, name) -> new Place(number, name, reference(column, number)), findings);
        cells.headedBy(names);
    }

    private void readLine(Row row) {
        long number = row.getRowNum();
        StatedLine line = StatedLine.ofRow(
                number,
                field -> cells.columnOf(field)
                        .map(column -> reference(column, number))
                        .orElse(null));
        for (int column = 0; column < row.getCellCount(); column++) {
            Cell cell = row.getOptionalCell(column).orElse(null);
            Optional<LineField> field = columns.field(column);
            if (field.isPresent()) {
                cells.state(line, field.get(), CellValue.of(cell));
                note(cell, column, number);
            }
        }
        String name = columns.breakdown()
                .flatMap(row::getOptionalCell)
                .map(SheetLines::name)
                .orElse(sheet.getName());
        Optional<BreakdownJudge> breakdown =
                breakdowns.open(name, new Place(null, Columns.BREAKDOWN, CellReference.sheet(sheet.getName())));
        breakdown.ifPresent(open -> open.judge(line));
    }

    private void note(Cell cell, int column, long row) {
        if (CellValue.isFormula(cell)) {
            formulas++;
            firstFormula = firstFormula == null ? reference(column, row) : firstFormula;
        }
    }

    private Place place(String field, String reference) {
        return new Place(null, field, reference == null ? CellReference.sheet(sheet.getName()) : reference);
    }

    private String reference(int column, long row) {
        return CellReference.of(sheet.getName(), column, row);
    }

    private static String name(Cell cell) {
        return CellValue.of(cell) instanceof CellValue.Text text ? text.text().strip() : "";
    }
}
