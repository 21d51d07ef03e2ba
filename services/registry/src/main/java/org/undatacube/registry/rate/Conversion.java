package org.undatacube.registry.rate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.codelists.ExchangeRates.Rate;

/**
 * An amount in another currency, by the rates of a year, as submitted lines are converted.
 *
 * @param amount as it was asked for
 * @param result with every digit
 * @param exact whether nothing was rounded
 * @param decimals to how many the result is rounded where it has more
 * @param rates those that were used; the dollar needs none
 * @param version of the exchange rates
 */
@Schema(name = "Conversion")
public record Conversion(
        @Schema(examples = "100.00") String amount,
        @Schema(examples = "EUR") String from,
        @Schema(examples = "USD") String to,
        @Schema(examples = "2024") int year,
        @Schema(examples = "104.166666667") String result,
        boolean exact,
        int decimals,
        @Schema(examples = "half even") String rounding,
        List<Rate> rates,
        String version) {
    static final String DOLLARS = "USD";
    private static final int DECIMALS = 9;

    /** @param amount how many units of {@code from}, a currency with its rate of the same year as that of {@code to} */
    static Conversion of(BigDecimal amount, Rate from, Rate to, String version) {
        BigDecimal result = amount;
        if (!from.currency().equals(to.currency())) {
            // one division, at the end, so that nothing is rounded twice
            result = amount.multiply(to.unitsPerUsd()).divide(from.unitsPerUsd(), DECIMALS, RoundingMode.HALF_EVEN);
        }
        boolean exact = result.multiply(from.unitsPerUsd()).compareTo(amount.multiply(to.unitsPerUsd())) == 0;
        List<Rate> used = from.currency().equals(to.currency())
                ? List.of()
                : Stream.of(from, to)
                        .filter(rate -> !rate.currency().equals(DOLLARS))
                        .toList();
        return new Conversion(
                amount.toPlainString(),
                from.currency(),
                to.currency(),
                from.year(),
                result.toPlainString(),
                exact,
                DECIMALS,
                "half even",
                used,
                version);
    }
}
