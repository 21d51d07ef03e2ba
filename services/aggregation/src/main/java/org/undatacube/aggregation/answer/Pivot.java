package org.undatacube.aggregation.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows and columns of an answer with columns.
 *
 * @param page the rows that are given
 * @param count of all pages
 */
record Pivot(List<Answer.Column> columns, List<Answer.Row> page, List<Figures> columnTotals, long count) {

    static Pivot of(Inquiry inquiry, GroupingSets sets, Shown shown, Presentation presentation) {
        Rows columnTotals = shown.rows(sets.columns());
        boolean[] isShown = new boolean[columnTotals.size()];
        List<RowSet> rowSets = new ArrayList<>();
        int count = 0;
        for (int set : sets.shown()) {
            RowSet rowSet = new RowSet(shown.rows(set), shown.rows(set | sets.columns()), columnTotals, shown);
            rowSet.mark(isShown);
            rowSets.add(rowSet);
            count += rowSet.visible.length;
        }
        int[] columns = sortedColumns(columnTotals, isShown, shown);
        int[] places = new int[isShown.length];
        for (int place = 0; place < columns.length; place++) {
            places[columns[place]] = place;
        }
        Span span = Span.of(inquiry.question().page(), count);
        // the columns are given even where no row is
        inquiry.requireNotTooMany((long) Math.max(1, span.length()) * Math.max(1, columns.length));
        List<Answer.Row> page = new ArrayList<>(span.length());
        int before = 0;
        for (RowSet rowSet : rowSets) {
            Span part = span.within(before, rowSet.visible.length);
            before += rowSet.visible.length;
            if (part.length() > 0) {
                page.addAll(rowSet.page(shown.order(), part, places, columns.length, presentation));
            }
        }
        List<Answer.Column> keys = new ArrayList<>();
        List<Figures> totals = new ArrayList<>();
        for (int column : columns) {
            keys.add(new Answer.Column(presentation.keys(columnTotals, column)));
            totals.add(presentation.figures(columnTotals, column));
        }
        return new Pivot(keys, page, totals, count);
    }

    private static int[] sortedColumns(Rows columnTotals, boolean[] isShown, Shown shown) {
        int[] columns = new int[isShown.length];
        int count = 0;
        for (int column = 0; column < isShown.length; column++) {
            if (isShown[column]) {
                columns[count++] = column;
            }
        }
        return shown.order().byKeys(columnTotals, Arrays.copyOf(columns, count), 0, count);
    }

    /** The rows of one grouping set. */
    private static final class RowSet {
        private final Rows totals;
        private final Rows cells;
        private final int[] visibleCells;
        private final int[] rowOfCell;
        private final int[] columnOfCell;
        private final int[] visible;

        RowSet(Rows totals, Rows cells, Rows columnTotals, Shown shown) {
            this.totals = totals;
            this.cells = cells;
            visibleCells = shown.visible(cells);
            rowOfCell = new int[visibleCells.length];
            columnOfCell = new int[visibleCells.length];
            boolean[] isVisible = new boolean[totals.size()];
            int[] key = new int[cells.width()];
            Pace pace = shown.pace();
            for (int index = 0; index < visibleCells.length; index++) {
                pace.step();
                cells.keys().copy(visibleCells[index], totals.set(), key);
                rowOfCell[index] = totals.find(key);
                cells.keys().copy(visibleCells[index], columnTotals.set(), key);
                columnOfCell[index] = columnTotals.find(key);
                isVisible[rowOfCell[index]] = true;
            }
            int[] rows = new int[isVisible.length];
            int count = 0;
            for (int row = 0; row < isVisible.length; row++) {
                if (isVisible[row]) {
                    rows[count++] = row;
                }
            }
            visible = Arrays.copyOf(rows, count);
        }

        void mark(boolean[] isShown) {
            for (int column : columnOfCell) {
                isShown[column] = true;
            }
        }

        List<Answer.Row> page(CellOrder order, Span span, int[] places, int columns, Presentation presentation) {
            int[] rows = order.sorted(totals, visible, span.from(), span.to());
            Figures[][] across = new Figures[totals.size()][];
            for (int row : rows) {
                across[row] = new Figures[columns];
            }
            for (int index = 0; index < visibleCells.length; index++) {
                Figures[] row = across[rowOfCell[index]];
                if (row != null) {
                    row[places[columnOfCell[index]]] = presentation.figures(cells, visibleCells[index]);
                }
            }
            List<Answer.Row> page = new ArrayList<>(rows.length);
            List<String> grouping = presentation.grouping(totals.set());
            for (int row : rows) {
                page.add(new Answer.Row(
                        presentation.keys(totals, row),
                        Arrays.asList(across[row]),
                        presentation.figures(totals, row),
                        grouping));
            }
            return page;
        }
    }
}
