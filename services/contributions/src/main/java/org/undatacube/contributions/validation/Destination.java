package org.undatacube.contributions.validation;

import org.undatacube.codelists.DimensionSet;

/**
 * Where the lines of a breakdown go.
 *
 * @param breakdown the number that the store knows the breakdown by
 * @param lastLine the number of its last line; 0 where it is new
 */
public record Destination(long breakdown, int lastLine) {

    /** Knows where lines with some dimensions go; asked once for each breakdown that is read. */
    @FunctionalInterface
    public interface Chooser {
        Destination of(DimensionSet dimensions);
    }
}
