package org.undatacube.contributions.validation;

import java.math.BigDecimal;
import java.util.Optional;
import org.undatacube.codelists.Flow;
import org.undatacube.contributions.submission.Severity;

/**
 * How a rule is applied where nobody set it otherwise.
 *
 * @param isFixed whether it protects the form: what it rejects could not be stored, so that it cannot be set
 * @param flow the only flow that it is for, or null
 * @param from the first year that it is for, or null
 * @param tolerance how far figures may be apart, or null where it does not compare figures
 * @param isOfTheWhole whether it looks at the submission as a whole, so that it is asked again by each validation
 */
record Treatment(
        Severity severity, boolean isFixed, Flow flow, Integer from, Tolerance tolerance, boolean isOfTheWhole) {

    /** How far figures may be apart. */
    record Tolerance(Unit unit, BigDecimal value) {
        /** What a tolerance is counted in. */
        enum Unit {
            /** United States dollars. */
            USD,
            /** Times as much, or as little. */
            FACTOR
        }
    }

    static Treatment form() {
        return new Treatment(Severity.REJECT, true, null, null, null, false);
    }

    static Treatment reject() {
        return of(Severity.REJECT);
    }

    static Treatment warn() {
        return of(Severity.WARN);
    }

    static Treatment note() {
        return of(Severity.NOTE);
    }

    Treatment onlyFor(Flow onlyFlow) {
        return new Treatment(severity, isFixed, onlyFlow, from, tolerance, isOfTheWhole);
    }

    Treatment since(int year) {
        return new Treatment(severity, isFixed, flow, year, tolerance, isOfTheWhole);
    }

    Treatment within(String value, Tolerance.Unit unit) {
        return new Treatment(severity, isFixed, flow, from, new Tolerance(unit, new BigDecimal(value)), isOfTheWhole);
    }

    Treatment ofTheWhole() {
        return new Treatment(severity, isFixed, flow, from, tolerance, true);
    }

    /** What is not known speaks against nothing. */
    boolean isFor(Optional<Integer> year, Optional<Flow> given) {
        return (from == null || year.isEmpty() || from <= year.get())
                && (flow == null || given.isEmpty() || flow == given.get());
    }

    private static Treatment of(Severity severity) {
        return new Treatment(severity, false, null, null, null, false);
    }
}
