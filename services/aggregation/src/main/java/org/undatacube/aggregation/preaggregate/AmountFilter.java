package org.undatacube.aggregation.preaggregate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.undatacube.aggregation.cube.Comparison;
import org.undatacube.aggregation.engine.Filter;

/** Lets single lines through by their amounts. */
record AmountFilter(Comparison comparison, long whole, int nanos) {
    private static final int MOST_DIGITS = 18;

    /** Empty where the value cannot be told from the amounts of lines as they are held. */
    static Optional<AmountFilter> of(Filter.Amount filter) {
        BigDecimal value = filter.value().stripTrailingZeros();
        if (value.scale() > 9 || value.precision() - value.scale() > MOST_DIGITS) {
            return Optional.empty();
        }
        BigDecimal whole = value.setScale(0, RoundingMode.FLOOR);
        int nanos = value.subtract(whole).movePointRight(9).intValueExact();
        return Optional.of(new AmountFilter(filter.comparison(), whole.longValueExact(), nanos));
    }

    boolean allows(long otherWhole, int otherNanos) {
        int sign = otherWhole != whole ? Long.compare(otherWhole, whole) : Integer.compare(otherNanos, nanos);
        return switch (comparison) {
            case EQ -> sign == 0;
            case NE -> sign != 0;
            case LT -> sign < 0;
            case LE -> sign <= 0;
            case GT -> sign > 0;
            case GE -> sign >= 0;
        };
    }
}
