package org.undatacube.aggregation.answer;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.undatacube.aggregation.query.Order;

/** Which members of the last drilldown are on top within each cell of some other drilldowns. */
final class Ranking {
    private final Rows rows;
    private final int per;
    private final int count;
    private final boolean[] isKept;
    private final KeyTable cells;
    /** By the number of a cell how many are kept in it. */
    private int[] kept = new int[1];

    /**
     * @param rows the cells of all members
     * @param count how many are kept in each cell
     */
    private Ranking(Rows rows, int count) {
        this.rows = rows;
        this.per = GroupingSets.parent(rows.set());
        this.count = count;
        this.isKept = new boolean[rows.size()];
        this.cells = new KeyTable(rows.width(), 1);
    }

    /** @param listOrder by the number of a member its place in the list, by which ties are broken */
    static Ranking of(Rows rows, int count, Order.ByMeasure by, int[] listOrder, Values values) {
        BigDecimal[] measured = new BigDecimal[rows.size()];
        for (int row = 0; row < measured.length; row++) {
            measured[row] = values.of(by.measure(), rows, row);
        }
        Comparator<BigDecimal> order = by.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        List<Integer> ranked = IntStream.range(0, measured.length)
                .boxed()
                .sorted(Comparator.comparing((Integer row) -> measured[row], Comparator.nullsLast(order))
                        .thenComparing(row -> listOrder[rows.keys().at(row, rows.width() - 1)]))
                .toList();
        Ranking ranking = new Ranking(rows, count);
        ranked.forEach(ranking::addNext);
        return ranking;
    }

    /** The cells of all members. */
    Rows rows() {
        return rows;
    }

    boolean isKept(int row) {
        return isKept[row];
    }

    /** Whether the member of a cell is kept; not where no line is in the cell. */
    boolean isKept(int[] key) {
        int row = rows.find(key);
        return row >= 0 && isKept[row];
    }

    /** Within which members are ranked. */
    KeyTable cells() {
        return cells;
    }

    private void addNext(int row) {
        int[] key = new int[rows.width()];
        rows.keys().copy(row, per, key);
        int cell = cells.findOrAdd(key);
        if (cell == kept.length) {
            kept = Arrays.copyOf(kept, 2 * kept.length);
        }
        if (kept[cell] < count) {
            kept[cell]++;
            isKept[row] = true;
        }
    }
}
