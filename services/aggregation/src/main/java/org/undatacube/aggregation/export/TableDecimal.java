package org.undatacube.aggregation.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.http.Problem;

/** A number as the column types of Parquet and Arrow hold it. */
final class TableDecimal {
    static final int PRECISION = 38;
    static final int SCALE = 9;

    private TableDecimal() {}

    /** @throws Problem where it has too many digits, as a growth from next to nothing can have */
    static BigDecimal of(BigDecimal value) {
        BigDecimal scaled = value.setScale(SCALE, RoundingMode.UNNECESSARY);
        if (scaled.precision() > PRECISION) {
            throw new Problem(
                    AggregationProblem.NOT_IN_THIS_FORMAT,
                    "The answer has a number of more digits than a column of this format holds. Ask for JSON or CSV.");
        }
        return scaled;
    }
}
