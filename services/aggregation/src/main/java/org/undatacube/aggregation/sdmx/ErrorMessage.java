package org.undatacube.aggregation.sdmx;

import java.time.Instant;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.http.Problem;

/**
 * A problem as SDMX tells it.
 *
 * @param code SDMX's number for the kind of error
 */
record ErrorMessage(String id, Instant prepared, int code, String text) {
    private static final int NO_RESULTS = 100;
    private static final int TOO_LARGE = 130;
    private static final int SYNTAX = 140;
    private static final int SEMANTIC = 150;
    private static final int INTERNAL = 500;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int UNAVAILABLE = 503;

    static ErrorMessage of(Problem problem, Instant now) {
        int code = code(problem);
        return new ErrorMessage("ERROR-" + code, now, code, problem.getMessage());
    }

    private static int code(Problem problem) {
        if (problem.type() == AggregationProblem.SDMX_SEMANTIC) {
            return SEMANTIC;
        }
        return switch (problem.type().status()) {
            case 404 -> NO_RESULTS;
            case 413 -> TOO_LARGE;
            case NOT_IMPLEMENTED -> NOT_IMPLEMENTED;
            case UNAVAILABLE -> UNAVAILABLE;
            case INTERNAL -> INTERNAL;
            default -> SYNTAX;
        };
    }
}
