package org.undatacube.aggregation.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The amount of any cell of single members, also in years that are only compared with. */
final class Amounts {
    private final Tallies own;
    private final Optional<Tallies> otherYears;

    Amounts(Tallies own, Optional<Tallies> otherYears) {
        this.own = own;
        this.otherYears = otherYears;
    }

    /** Zero where no line is in the cell. */
    BigDecimal of(int set, int[] key) {
        for (Rows rows : rows(set)) {
            int row = rows.find(key);
            if (row >= 0) {
                return rows.amount(row);
            }
        }
        return BigDecimal.ZERO;
    }

    /** All cells of a set; those of years that are only compared with come last. */
    List<Rows> rows(int set) {
        List<Rows> rows = new ArrayList<>(2);
        rows.add(own.of(set));
        otherYears.filter(tallies -> tallies.has(set)).ifPresent(tallies -> rows.add(tallies.of(set)));
        return rows;
    }
}
