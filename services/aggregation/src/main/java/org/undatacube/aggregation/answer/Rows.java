package org.undatacube.aggregation.answer;

import java.math.BigDecimal;
import java.util.Arrays;
import org.undatacube.aggregation.engine.Patience;

/** What the lines of each cell of one grouping set add up to. Only cells with a line are among them. */
final class Rows {
    private static final int FEW = 64;

    private final int set;
    private final int width;
    private final KeyTable keys;
    private BigDecimal[] amounts;
    private long[] lines;
    private BigDecimal[] minima;
    private BigDecimal[] maxima;
    private long[][] distinct;

    /**
     * @param set the drilldowns by which they are grouped
     * @param width how many drilldowns there are
     */
    Rows(int set, int width, int expected) {
        this.set = set;
        this.width = width;
        keys = new KeyTable(width, expected);
        amounts = new BigDecimal[Math.max(1, expected)];
        lines = new long[amounts.length];
        minima = new BigDecimal[amounts.length];
        maxima = new BigDecimal[amounts.length];
        distinct = new long[amounts.length][];
    }

    int set() {
        return set;
    }

    int width() {
        return width;
    }

    int size() {
        return keys.size();
    }

    KeyTable keys() {
        return keys;
    }

    /** The row of a cell, or a negative number where no line is in it. */
    int find(int[] key) {
        return keys.find(key);
    }

    BigDecimal amount(int row) {
        return amounts[row];
    }

    long lines(int row) {
        return lines[row];
    }

    /** Null where it was not asked for. */
    BigDecimal minimum(int row) {
        return minima[row];
    }

    /** Null where it was not asked for. */
    BigDecimal maximum(int row) {
        return maxima[row];
    }

    /** How many different members, of each level that is counted. */
    long[] distinct(int row) {
        return distinct[row];
    }

    void count(int row, long[] members) {
        distinct[row] = members;
    }

    /** Adds to a cell, which is made where it is not there yet. */
    int add(int[] key, BigDecimal amount, long moreLines, BigDecimal minimum, BigDecimal maximum) {
        int row = keys.findOrAdd(key);
        if (row >= amounts.length) {
            grow();
        }
        if (amounts[row] == null) {
            amounts[row] = amount;
            minima[row] = minimum;
            maxima[row] = maximum;
        } else {
            amounts[row] = amounts[row].add(amount);
            if (minimum != null) {
                minima[row] = minima[row].min(minimum);
                maxima[row] = maxima[row].max(maximum);
            }
        }
        lines[row] += moreLines;
        return row;
    }

    int add(int[] key, Rows from, int row) {
        return add(key, from.amounts[row], from.lines[row], from.minima[row], from.maxima[row]);
    }

    /** The cells of a set of some of the drilldowns; of those left out none may show a line in two cells. */
    Rows rolledUpTo(int coarser, Patience patience) {
        Rows rolledUp = new Rows(coarser, width, coarser == 0 ? 1 : FEW);
        Pace pace = new Pace(patience, rolledUp);
        int[] key = new int[width];
        for (int row = 0; row < size(); row++) {
            pace.step();
            keys.copy(row, coarser, key);
            rolledUp.add(key, this, row);
        }
        pace.end();
        return rolledUp;
    }

    private void grow() {
        int capacity = amounts.length * 2;
        amounts = Arrays.copyOf(amounts, capacity);
        lines = Arrays.copyOf(lines, capacity);
        minima = Arrays.copyOf(minima, capacity);
        maxima = Arrays.copyOf(maxima, capacity);
        distinct = Arrays.copyOf(distinct, capacity);
    }
}
