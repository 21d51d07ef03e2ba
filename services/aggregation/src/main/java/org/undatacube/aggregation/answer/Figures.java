package org.undatacube.aggregation.answer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Usd;

/**
 * The measures of one cell or of the whole.
 *
 * @param values one for each measure; null where it has none, such as a share of zero
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
        @Schema(hidden = true) List<BigDecimal> values) {

    public BigDecimal of(Measure measure) {
        return values.get(measures.indexOf(measure));
    }

    /** As it is shown: money and ratios as text, counts as numbers. */
    @JsonValue
    public Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (int index = 0; index < measures.size(); index++) {
            properties.put(measures.get(index).key(), shown(measures.get(index), values.get(index)));
        }
        return properties;
    }

    static Object shown(Measure measure, BigDecimal value) {
        if (value == null) {
            return null;
        }
        return switch (measure.unit()) {
            case USD -> new Usd(value).toString();
            case COUNT -> value.longValueExact();
            case RATIO -> value.stripTrailingZeros().toPlainString();
        };
    }
}
