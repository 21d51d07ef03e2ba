package org.undatacube.contributions.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.Replaces;
import org.undatacube.contributions.validation.BreakdownJudge.Label;

/** Judges the breakdowns of a submission, whose lines are good, against each other and the control total. */
public final class WholeJudge {
    private static final Amount TOLERANCE = Amount.of("1");

    private final Optional<Amount> stated;
    private final Replaces replaces;
    private final List<JudgedBreakdown> breakdowns;
    private final Findings findings;

    /**
     * A breakdown whose lines have been judged.
     *
     * @param number the number that the store knows it by
     * @param total right only where nothing rejects its lines
     */
    public record JudgedBreakdown(long number, Label label, DimensionSet dimensions, long lines, Amount total) {}

    /** @param stated the control total that the submission states */
    public WholeJudge(Optional<Amount> stated, Replaces replaces, List<JudgedBreakdown> breakdowns, Findings findings) {
        this.stated = stated;
        this.replaces = replaces;
        this.breakdowns = List.copyOf(breakdowns);
        this.findings = findings;
    }

    /** @param inForce the control total of what is published now for the entity, year and flow */
    public void judge(Optional<Amount> inForce) {
        if (breakdowns.isEmpty()) {
            findings.add(Rule.NO_LINES, Place.WHOLE, null, "The submission has no lines.", "at least one line");
        }
        breakdowns.stream()
                .filter(breakdown -> breakdown.lines() == 0)
                .forEach(breakdown -> findings.add(
                        Rule.NO_LINES,
                        breakdown.label().place(),
                        breakdown.label().name(),
                        "The breakdown has no lines.",
                        "at least one line"));
        judgeRepeatedBreakdowns();
        if (!findings.hasRejects()) {
            judgeTotals(inForce);
        }
    }

    /** @param repeats how many lines of each breakdown repeat an earlier one in everything, by its number */
    public void noteRepeats(Map<Long, Long> repeats) {
        breakdowns.stream()
                .filter(breakdown -> repeats.containsKey(breakdown.number()))
                .forEach(breakdown -> noteRepeats(breakdown, repeats.get(breakdown.number())));
    }

    /** The control total that it states or, where all breakdowns agree, that they give; empty: the one in force stays. */
    public Optional<Amount> controlTotal() {
        return replaces == Replaces.BREAKDOWNS ? stated : stated.or(this::commonTotal);
    }

    void judgeRepeatedBreakdowns() {
        Map<DimensionSet, Label> seen = new HashMap<>();
        breakdowns.stream().filter(breakdown -> breakdown.lines() > 0).forEach(breakdown -> {
            Label first = seen.putIfAbsent(breakdown.dimensions(), breakdown.label());
            if (first != null) {
                findings.add(
                        Rule.BREAKDOWN_REPEATED,
                        breakdown.label().place(),
                        breakdown.label().name(),
                        "It has the same dimensions as the breakdown " + first.name() + ".",
                        "one breakdown for both, or other dimensions");
            }
        });
    }

    private void noteRepeats(JudgedBreakdown breakdown, long repeats) {
        findings.add(
                Rule.LINES_REPEATED,
                breakdown.label().place(),
                Long.toString(repeats),
                repeats + " of " + breakdown.lines() + " lines repeat an earlier line in everything; all are kept.",
                null);
    }

    private void judgeTotals(Optional<Amount> inForce) {
        Optional<Amount> control = stated.or(() -> replaces == Replaces.BREAKDOWNS ? inForce : Optional.empty())
                .or(this::commonTotal);
        if (control.isEmpty()) {
            findings.add(
                    Rule.CONTROL_TOTAL_MISSING,
                    Place.ofField("controlTotal"),
                    null,
                    "The breakdowns have different totals, so the control total must be given.",
                    "the audited total in USD");
            return;
        }
        breakdowns.forEach(breakdown -> judgeTotal(breakdown, control.get()));
    }

    private void judgeTotal(JudgedBreakdown breakdown, Amount control) {
        Amount difference = breakdown.total().minus(control);
        if (!difference.isWithin(TOLERANCE)) {
            Rule rule = difference.isNegative() ? Rule.CONTROL_TOTAL_NOT_REACHED : Rule.CONTROL_TOTAL_EXCEEDED;
            findings.add(
                    rule,
                    breakdown.label().place(),
                    breakdown.total().shown(),
                    "The breakdown adds up to " + breakdown.total() + ", the control total is " + control + ".",
                    control.shown());
        }
    }

    private Optional<Amount> commonTotal() {
        return breakdowns.stream()
                .map(JudgedBreakdown::total)
                .findFirst()
                .filter(first -> breakdowns.stream()
                        .allMatch(breakdown -> breakdown.total().isSameMoney(first)));
    }
}
