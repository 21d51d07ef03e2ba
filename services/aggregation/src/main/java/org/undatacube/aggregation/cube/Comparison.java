package org.undatacube.aggregation.cube;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** How a measure is compared with a number; the names are SDMX's. */
public enum Comparison {
    EQ(sign -> sign == 0),
    NE(sign -> sign != 0),
    LT(sign -> sign < 0),
    LE(sign -> sign <= 0),
    GT(sign -> sign > 0),
    GE(sign -> sign >= 0);

    private final IntPredicate sign;

    Comparison(IntPredicate sign) {
        this.sign = sign;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean holds(BigDecimal left, BigDecimal right) {
        return sign.test(left.compareTo(right));
    }

    public static Optional<Comparison> find(String code) {
        return Stream.of(values())
                .filter(comparison -> comparison.code().equals(code))
                .findFirst();
    }
}
