package org.undatacube.aggregation.cube;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An exact amount of United States dollars. Equal amounts are equal whatever their number of trailing zeros.
 *
 * @param amount with at least two decimals and beyond them no trailing zeros
 */
@Schema(
        type = SchemaType.STRING,
        description = "United States dollars, exact, with at least two decimals",
        examples = "2516306927.13")
public record Usd(BigDecimal amount) {
    public static final Usd ZERO = new Usd(BigDecimal.ZERO);

    private static final int CENTS = 2;

    public Usd {
        BigDecimal stripped = amount.stripTrailingZeros();
        amount = stripped.scale() < CENTS ? stripped.setScale(CENTS) : stripped;
    }

    @JsonCreator
    public static Usd of(String amount) {
        return new Usd(new BigDecimal(amount));
    }

    public Usd minus(Usd other) {
        return new Usd(amount.subtract(other.amount));
    }

    @Override
    @JsonValue
    public String toString() {
        return text(amount);
    }

    /** An amount as text with at least two decimals and beyond them no trailing zeros. */
    public static String text(BigDecimal amount) {
        // much quicker than stripping the number, which divides it by ten again and again
        String plain = (amount.scale() < CENTS ? amount.setScale(CENTS) : amount).toPlainString();
        int end = plain.length();
        int least = plain.indexOf('.') + 1 + CENTS;
        while (end > least && plain.charAt(end - 1) == '0') {
            end--;
        }
        return plain.substring(0, end);
    }
}
