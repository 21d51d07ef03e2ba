package org.undatacube.aggregation.engine;

import java.util.List;
import java.util.Optional;

/**
 * By which way an engine adds up, and why not by a shorter one.
 *
 * @param whyScan why nothing that is added up already could serve; empty where it did, and where there is nothing such
 * @param passedOver what is added up already and has fewer rows of the same breakdowns than what was taken, fewest first
 * @param scan what is run where the store is gone through
 */
public record Plan(Route route, Optional<String> whyScan, List<PassedOver> passedOver, Optional<Statement> scan) {
    public Plan {
        passedOver = List.copyOf(passedOver);
    }

    /** A cuboid that could not serve. */
    public record PassedOver(Route.Cuboid cuboid, long rows, String lacks) {}

    /**
     * SQL as it is run.
     *
     * @param values how many are bound to its parameters; an array is one
     */
    public record Statement(String sql, int values) {}
}
