package org.undatacube.contributions.export;

import java.io.IOException;
import java.math.BigDecimal;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.undatacube.contributions.submission.Line;
import org.undatacube.contributions.submission.LineColumn;
import org.undatacube.contributions.submission.LineColumn.Rates;

/** The sheet of lines, and further ones where they are more than a sheet can hold. */
final class LineSheets implements AutoCloseable {
    private static final String[] TITLES =
            LineColumn.ALL.stream().map(LineColumn::title).toArray(String[]::new);

    private final Workbook workbook;
    private final Rates rates;
    private final Object[] cells = new Object[TITLES.length];
    private Worksheet sheet;
    private SheetWriter rows;
    private int sheets;

    LineSheets(Workbook workbook, Rates rates) throws IOException {
        this.workbook = workbook;
        this.rates = rates;
        open();
    }

    void write(Line line) throws IOException {
        if (rows.rows() == Worksheet.MAX_ROWS) {
            close();
            open();
        }
        for (int column = 0; column < cells.length; column++) {
            cells[column] = cell(LineColumn.ALL.get(column), line);
        }
        rows.row(cells);
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
    }

    private void open() throws IOException {
        sheets++;
        sheet = workbook.newWorksheet(sheets == 1 ? "lines" : "lines " + sheets);
        rows = new SheetWriter(sheet);
        rows.header(TITLES);
    }

    private Object cell(LineColumn column, Line line) {
        String value = column.of(line, rates);
        if (value == null) {
            return null;
        }
        return switch (column.kind()) {
            case WHOLE_NUMBER -> Long.valueOf(value);
            case DECIMAL -> new BigDecimal(value);
            case TEXT -> value;
        };
    }
}
