package org.undatacube.http;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Some of a list that is ordered by numbers which only grow: what is added while it is read comes on a later page, and what
 * is on a page stays there.
 *
 * @param next the cursor of the next page, which is the number of the last thing on this one; empty on the last page
 */
public record Page<T>(List<T> things, Optional<Long> next) {

    /**
     * Which page is wanted.
     *
     * @param after the cursor, 0 for the first page
     * @param limit how many things at most
     */
    public record Asked(long after, int limit) {
        private static final String NUMBER = "[1-9][0-9]{0,17}";

        /**
         * @param cursor as it was sent, or null
         * @param limit as it was sent, or null for the largest page
         * @throws Problem (400) that names the parameter that cannot be read
         */
        public static Asked of(String cursor, String limit, int largest) {
            return new Asked(
                    cursor == null ? 0 : number("cursor", cursor, Long.MAX_VALUE, "the next of the page before"),
                    limit == null
                            ? largest
                            : (int) number("limit", limit, largest, "a whole number from 1 to " + largest));
        }

        /** How many things to look for: one more than the page holds tells whether there is a next one. */
        public int most() {
            return limit + 1;
        }

        /** @param found the first of those after the cursor, as many as {@link #most} where there are so many */
        public <T> Page<T> of(List<T> found, ToLongFunction<T> number) {
            if (found.size() <= limit) {
                return new Page<>(found, Optional.empty());
            }
            List<T> things = List.copyOf(found.subList(0, limit));
            return new Page<>(things, Optional.of(number.applyAsLong(things.get(limit - 1))));
        }

        private static long number(String parameter, String raw, long most, String expected) {
            if (!raw.matches(NUMBER) || Long.parseLong(raw) > most) {
                throw Problem.invalidParameter(parameter, raw, parameter + " is " + expected + ".", expected);
            }
            return Long.parseLong(raw);
        }
    }
}
