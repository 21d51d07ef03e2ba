package org.undatacube.aggregation.coverage;

import java.util.List;
import org.undatacube.aggregation.cube.Usd;
import org.undatacube.codelists.DimensionSet;

/**
 * Why nothing can be answered: no published breakdown within the question's cuts of entity and year gives all dimensions
 * together.
 *
 * @param dimensions those that one breakdown must give
 * @param answerable what could be asked instead: the largest parts of them that some breakdown gives, none of them within
 *     another; that with the most amount first
 */
public record Obstacle(DimensionSet dimensions, List<Answerable> answerable) {

    /**
     * @param dimensions which some breakdown gives together
     * @param entityYears how many pairs of entity and year have such a breakdown
     * @param amount the sum of the totals of the breakdowns that would answer
     */
    public record Answerable(DimensionSet dimensions, int entityYears, Usd amount) {}
}
