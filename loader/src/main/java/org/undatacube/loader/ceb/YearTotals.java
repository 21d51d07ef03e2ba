package org.undatacube.loader.ceb;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many rows or lines each year has, and what they add up to, exactly. */
public final class YearTotals {
    private final SortedMap<Integer, Total> byYear = new TreeMap<>();

    public record Total(long count, BigDecimal amount) {
        public static final Total NOTHING = new Total(0, BigDecimal.ZERO);

        Total plus(long moreCount, BigDecimal moreAmount) {
            return new Total(count + moreCount, amount.add(moreAmount));
        }
    }

    void add(int year, BigDecimal amount) {
        add(year, 1, amount);
    }

    public void add(int year, long count, BigDecimal amount) {
        byYear.put(year, of(year).plus(count, amount));
    }

    public Total of(int year) {
        return byYear.getOrDefault(year, Total.NOTHING);
    }

    public SortedMap<Integer, Total> byYear() {
        return Collections.unmodifiableSortedMap(byYear);
    }

    public Total overall() {
        return byYear.values().stream().reduce(Total.NOTHING, (sum, year) -> sum.plus(year.count(), year.amount()));
    }
}
