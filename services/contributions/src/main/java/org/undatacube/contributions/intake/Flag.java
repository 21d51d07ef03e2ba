package org.undatacube.contributions.intake;

import org.undatacube.http.Problem;

/** Reads query parameters that are true or false. */
final class Flag {
    private Flag() {}

    /** @throws Problem (400) for anything else */
    static boolean of(String parameter, String raw) {
        if (!raw.equals("true") && !raw.equals("false")) {
            throw Problem.invalidParameter(parameter, raw, parameter + " is true or false.", "true or false");
        }
        return raw.equals("true");
    }
}
