package org.undatacube.aggregation.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Usd;

/**
 * The measures of one cell or of the whole.
 *
 * @param values one for each measure; null where it has none, such as a share of zero
 * @param decimals to how many decimals amounts are rounded; empty where they are exact
 */
@Schema(
        type = SchemaType.OBJECT,
        additionalProperties = Object.class,
        description =
                "One property for each measure: amounts and ratios as text, counts as numbers, null where there is"
                        + " no value",
        examples = "{\"amount\":\"12.50\",\"lines\":3}")
public record Figures(
        @Schema(hidden = true) List<Measure> measures,
        @Schema(nullable = true, hidden = true) List<BigDecimal> values,
        @Schema(hidden = true) Optional<Integer> decimals) {

    public BigDecimal of(Measure measure) {
        return values.get(measures.indexOf(measure));
    }

    /** One measure as it is shown, but as a number: of any number of decimals; null where it has no value. */
    public BigDecimal number(int index) {
        BigDecimal value = values.get(index);
        return value == null || measures.get(index).unit() != Measure.Unit.USD || decimals.isEmpty()
                ? value
                : value.setScale(decimals.get(), RoundingMode.HALF_EVEN);
    }

    /** One measure as it is shown: money and ratios as text, counts as {@link Long}; or null. */
    public Object shown(int index) {
        BigDecimal value = values.get(index);
        if (value == null) {
            return null;
        }
        return switch (measures.get(index).unit()) {
            case USD -> decimals.isPresent() ? number(index).toPlainString() : Usd.text(value);
            case COUNT -> value.longValueExact();
            case RATIO -> value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        };
    }
}
