package org.undatacube.contributions.validation;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.LineFigures.Negatives;
import org.undatacube.contributions.submission.Replaces;
import org.undatacube.contributions.validation.BreakdownJudge.Label;

/** Judges the breakdowns of a submission, whose lines are good, against each other and the control total. */
public final class WholeJudge {
    /** The targets that a spreadsheet makes of others, and those others. */
    public static final List<String> TARGETS_THAT_ARE_SHORTENED =
            List.of("8.1", "8.10", "16.1", "16.10", "17.1", "17.10");

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

    /** @param negatives by the number of the breakdown */
    public void noteNegatives(Map<Long, Negatives> negatives) {
        for (JudgedBreakdown breakdown : breakdowns) {
            Negatives negative = negatives.get(breakdown.number());
            if (negative != null) {
                findings.add(
                        Rule.NEGATIVE_AMOUNTS,
                        breakdown.label().place(),
                        Long.toString(negative.lines()),
                        negative.lines() + " of " + breakdown.lines() + " lines are negative, " + negative.sum()
                                + " USD in all; they are kept.",
                        null);
            }
        }
    }

    /** @param lines by the number of the breakdown: how many are on {@link #TARGETS_THAT_ARE_SHORTENED} */
    public void noteShortenedTargets(Map<Long, Map<String, Long>> lines) {
        for (JudgedBreakdown breakdown : breakdowns) {
            lines.getOrDefault(breakdown.number(), Map.of()).forEach((target, count) -> {
                String longer = target + "0";
                boolean mayBe = TARGETS_THAT_ARE_SHORTENED.contains(longer)
                        && !lines.get(breakdown.number()).containsKey(longer);
                if (mayBe) {
                    findings.add(
                            Rule.TARGET_PERHAPS_SHORTENED,
                            breakdown.label().place(),
                            target,
                            count + " lines are on " + target + " and none on " + longer + ".",
                            target + ", unless a spreadsheet made it of " + longer);
                }
            });
        }
    }

    public List<JudgedBreakdown> breakdowns() {
        return breakdowns;
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
        List<JudgedBreakdown> tied = breakdowns.stream()
                .filter(breakdown -> ties(breakdown, control.get()))
                .toList();
        if (!tied.isEmpty()) {
            judgeAgainstEachOther(tied);
        }
    }

    /** Those that do not tie to the control total are not the same money: that has been said. */
    private void judgeAgainstEachOther(List<JudgedBreakdown> tied) {
        Comparator<JudgedBreakdown> byTotal =
                Comparator.comparing(breakdown -> breakdown.total().value());
        JudgedBreakdown smallest = Collections.min(tied, byTotal);
        JudgedBreakdown largest = Collections.max(tied, byTotal);
        Amount difference = largest.total().minus(smallest.total());
        if (!difference.isWithin(new Amount(findings.tolerance(Rule.BREAKDOWNS_DIFFER)))) {
            findings.add(
                    Rule.BREAKDOWNS_DIFFER,
                    smallest.label().place(),
                    smallest.total().shown(),
                    "The breakdown " + smallest.label().name() + " adds up to " + smallest.total() + ", the breakdown "
                            + largest.label().name() + " to " + largest.total() + ".",
                    "one total for all breakdowns");
        }
    }

    private boolean ties(JudgedBreakdown breakdown, Amount control) {
        Amount difference = breakdown.total().minus(control);
        Rule rule = difference.isNegative() ? Rule.CONTROL_TOTAL_NOT_REACHED : Rule.CONTROL_TOTAL_EXCEEDED;
        if (difference.isWithin(new Amount(findings.tolerance(rule)))) {
            return true;
        }
        findings.add(
                rule,
                breakdown.label().place(),
                breakdown.total().shown(),
                "The breakdown adds up to " + breakdown.total() + ", the control total is " + control + ".",
                control.shown());
        return false;
    }

    private Optional<Amount> commonTotal() {
        return breakdowns.stream()
                .map(JudgedBreakdown::total)
                .findFirst()
                .filter(first -> breakdowns.stream()
                        .allMatch(breakdown -> breakdown.total().isSameMoney(first)));
    }
}
