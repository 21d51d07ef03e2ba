package org.undatacube.aggregation.cube;

import java.util.Optional;

/**
 * By whose classification a question is answered: as classified then, each line under the codes that it was reported with
 * and in the groups of its own year; or recast, all lines by one year. A recast follows codes that had ended by that year,
 * and those above a code that had, to those that took their place, and asks who belonged to a group in that year.
 *
 * @param year the year by whose classification all lines are shown; empty for each line's own
 */
public record Structure(Optional<Integer> year) {
    public static final Structure THEN = new Structure(Optional.empty());

    public static Structure of(int year) {
        return new Structure(Optional.of(year));
    }

    /** How it is written in a question: {@code then} or the year. */
    public String text() {
        return year.map(String::valueOf).orElse("then");
    }
}
