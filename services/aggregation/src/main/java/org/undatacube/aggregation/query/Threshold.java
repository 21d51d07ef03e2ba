package org.undatacube.aggregation.query;

import java.math.BigDecimal;
import org.undatacube.aggregation.cube.Measure;

/** A condition on a measure, of lines before they are grouped or of cells afterwards. */
public record Threshold(Measure measure, Comparison comparison, BigDecimal value) {
    public String text() {
        return measure.key() + ":" + comparison.code() + ":"
                + value.stripTrailingZeros().toPlainString();
    }
}
