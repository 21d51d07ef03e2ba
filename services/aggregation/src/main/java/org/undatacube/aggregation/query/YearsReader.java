package org.undatacube.aggregation.query;

import java.util.ArrayList;
import java.util.List;
import org.undatacube.aggregation.cube.YearRange;

/** Reads years, such as {@code 2018;2022..2024}. */
final class YearsReader {
    private static final int FIRST = 1945;
    private static final int LAST = 2100;
    private static final String SHAPE =
            "years from " + FIRST + " to " + LAST + " such as 2024, 2018;2020 or 2022..2024";

    private YearsReader() {}

    static Cut read(List<Item> years, boolean negated) {
        List<YearRange> ranges = new ArrayList<>();
        for (Item item : years) {
            int dots = item.text().indexOf(YearRange.TO);
            int first = year(dots < 0 ? item : item.part(0, dots));
            int last = dots < 0 ? first : year(item.after(dots + YearRange.TO.length()));
            if (first > last) {
                throw item.wrong(first + " is after " + last + ".", last + YearRange.TO + first);
            }
            ranges.add(new YearRange(first, last));
        }
        return new Cut.ByYears(ranges, negated);
    }

    static int year(Item item) {
        if (item.text().matches("[0-9]{4}")) {
            int year = Integer.parseInt(item.text());
            if (FIRST <= year && year <= LAST) {
                return year;
            }
        }
        throw item.wrong("\"" + item.shown() + "\" is no year from " + FIRST + " to " + LAST + ".", SHAPE);
    }
}
