package org.undatacube.aggregation.query;

import java.math.BigDecimal;
import org.undatacube.aggregation.cube.Comparison;
import org.undatacube.aggregation.cube.Measure;

/**
 * A condition on a measure, of lines before they are grouped or of cells afterwards.
 *
 * @param value without trailing zeros, so that equal conditions are equal
 */
public record Threshold(Measure measure, Comparison comparison, BigDecimal value) {
    public Threshold {
        BigDecimal stripped = value.stripTrailingZeros();
        value = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public String text() {
        return measure.key() + ":" + comparison.code() + ":" + value.toPlainString();
    }
}
