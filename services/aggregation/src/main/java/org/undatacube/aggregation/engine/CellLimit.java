package org.undatacube.aggregation.engine;

import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.http.Problem;

/**
 * Into how many cells a question may put lines together.
 *
 * @param most the most that are allowed
 */
public record CellLimit(int most) {
    /** @throws Problem where there are more */
    public void require(long cells) {
        if (cells > most) {
            throw new Problem(
                            AggregationProblem.TOO_MANY_CELLS,
                            "The question puts lines together into more than " + most
                                    + " cells. Drill down less deeply, or cut.")
                    .with("limit", most);
        }
    }
}
