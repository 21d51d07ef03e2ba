package org.undatacube.aggregation.indicator;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.aggregation.cube.Usd;

/**
 * A figure and in what it is given.
 *
 * @param value exact; a ratio has nine decimals
 * @param decimals to how many decimals dollars are shown; empty for all that there are
 */
@Schema(
        name = "IndicatorQuantity",
        oneOf = {String.class, Long.class},
        description = "Dollars and ratios as text, counts as a number",
        examples = "0.118230014")
record Quantity(
        @Schema(hidden = true) BigDecimal value,
        @Schema(hidden = true) Unit unit,
        @Schema(hidden = true) Optional<Integer> decimals) {
    private static final int DECIMALS = 9;

    /** Empty where the divisor is zero. */
    static Optional<Quantity> ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(new Quantity(
                        part.divide(whole, DECIMALS, RoundingMode.HALF_EVEN), Unit.RATIO, Optional.empty()));
    }

    /** As it is written: dollars and ratios as text, counts as {@link Long}. */
    @JsonValue
    Object shown() {
        return switch (unit) {
            case USD ->
                decimals.map(places ->
                                value.setScale(places, RoundingMode.HALF_EVEN).toPlainString())
                        .orElseGet(() -> Usd.text(value));
            case COUNT -> value.longValueExact();
            case RATIO -> value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        };
    }
}
