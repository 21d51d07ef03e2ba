package org.undatacube.registry.sdmx;

import java.time.Instant;
import org.undatacube.http.Problem;

/**
 * A problem as SDMX tells it.
 *
 * @param code SDMX's number for the kind of error
 */
record ErrorMessage(String id, Instant prepared, int code, String text) {
    private static final int NO_RESULTS = 100;
    private static final int SYNTAX_ERROR = 140;
    private static final int NOT_FOUND = 404;

    static ErrorMessage of(Problem problem, Instant now) {
        int code = problem.type().status() == NOT_FOUND ? NO_RESULTS : SYNTAX_ERROR;
        return new ErrorMessage("ERROR-" + code, now, code, problem.getMessage());
    }
}
