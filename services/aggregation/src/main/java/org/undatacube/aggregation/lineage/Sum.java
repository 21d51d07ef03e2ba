package org.undatacube.aggregation.lineage;

import java.math.BigDecimal;
import java.util.Collection;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.aggregation.engine.Tally;

/** What some lines add up to, and how many they are. */
record Sum(Usd amount, long lines) {
    static Sum of(Tally tally) {
        return new Sum(new Usd(tally.amount()), tally.lines());
    }

    static Sum of(Collection<Tally> tallies) {
        return new Sum(
                new Usd(tallies.stream().map(Tally::amount).reduce(BigDecimal.ZERO, BigDecimal::add)),
                tallies.stream().mapToLong(Tally::lines).sum());
    }
}
