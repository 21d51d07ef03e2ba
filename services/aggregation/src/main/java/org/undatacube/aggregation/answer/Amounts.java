package org.undatacube.aggregation.answer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The amount of any cell of the question, also in years that are only compared with. */
final class Amounts {
    private final Tallies own;
    private final Optional<Tallies> otherYears;
    private final int last;

    Amounts(List<DrilldownKeys> keys, Tallies own, Optional<Tallies> otherYears) {
        this.own = own;
        this.otherYears = otherYears;
        this.last = keys.size() - 1;
    }

    /**
     * Zero where no line is in the cell.
     *
     * @param kept where the cell is one of others, the members of the last drilldown that it is without
     */
    BigDecimal of(int set, int[] key, int[] kept) {
        if (last < 0 || key[last] != DrilldownKeys.OTHERS) {
            return of(set, key);
        }
        key[last] = DrilldownKeys.ABSENT;
        BigDecimal amount = of(GroupingSets.parent(set), key);
        for (int member : kept) {
            key[last] = member;
            amount = amount.subtract(of(set, key));
        }
        key[last] = DrilldownKeys.OTHERS;
        return amount;
    }

    private BigDecimal of(int set, int[] key) {
        Rows rows = own.of(set);
        int row = rows.find(key);
        if (row >= 0) {
            return rows.amount(row);
        }
        if (otherYears.isPresent() && otherYears.get().has(set)) {
            rows = otherYears.get().of(set);
            row = rows.find(key);
            if (row >= 0) {
                return rows.amount(row);
            }
        }
        return BigDecimal.ZERO;
    }
}
