package org.undatacube.loader.terminal;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as people read them: thousands apart, no digit lost, money with at least its cents. */
public final class Figures {
    private Figures() {}

    public static String money(BigDecimal amount) {
        BigDecimal exact = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        return "%,.{scale}f"
                .replace("{scale}", Integer.toString(Math.max(2, exact.scale())))
                .formatted(exact);
    }

    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
