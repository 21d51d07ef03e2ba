package org.undatacube.contributions.publication;

import org.undatacube.http.Problem;

/** Reads whole numbers from parameters. */
final class Numbers {
    private Numbers() {}

    /** @throws Problem (400) where it is none, or out of bounds */
    static long of(String parameter, String raw, long least, long most) {
        String expected = "a whole number from " + least + (most == Long.MAX_VALUE ? "" : " to " + most);
        if (raw.matches("[0-9]{1,18}")) {
            long number = Long.parseLong(raw);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw Problem.invalidParameter(parameter, raw, parameter + " is " + expected + ".", expected);
    }
}
