package org.undatacube.contributions.submission;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * An exact amount of money. It keeps every digit that was stated: {@code 1200.0} and {@code 1200} are the same money
 * ({@link #isSameMoney}) but not the same text.
 */
public record Amount(BigDecimal value) {
    public static final Amount ZERO = new Amount(BigDecimal.ZERO);
    /** What a conversion between currencies is rounded to; stated amounts are never rounded. */
    private static final int CONVERTED_DECIMALS = 9;

    private static final int SHOWN_DECIMALS = 2;

    public Amount {
        Objects.requireNonNull(value);
    }

    public static Amount of(String digits) {
        return new Amount(new BigDecimal(digits));
    }

    public Amount plus(Amount other) {
        return new Amount(value.add(other.value));
    }

    public Amount minus(Amount other) {
        return new Amount(value.subtract(other.value));
    }

    public Amount absolute() {
        return new Amount(value.abs());
    }

    public boolean isWithin(Amount tolerance) {
        return value.abs().compareTo(tolerance.value) <= 0;
    }

    public boolean isNegative() {
        return value.signum() < 0;
    }

    public boolean isSameMoney(Amount other) {
        return value.compareTo(other.value) == 0;
    }

    /** @param unitsPerUsd how many units of this amount's currency one United States dollar buys */
    public Amount inDollars(BigDecimal unitsPerUsd) {
        return new Amount(value.divide(unitsPerUsd, CONVERTED_DECIMALS, RoundingMode.HALF_EVEN));
    }

    /** Every digit as stated, without an exponent. */
    public String digits() {
        return value.toPlainString();
    }

    /** The exact amount with at least two decimals and no trailing zeros beyond: how totals are shown. */
    @JsonValue
    public String shown() {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < SHOWN_DECIMALS ? stripped.setScale(SHOWN_DECIMALS) : stripped).toPlainString();
    }

    @Override
    public String toString() {
        return shown();
    }
}
