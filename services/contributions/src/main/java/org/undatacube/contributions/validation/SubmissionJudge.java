package org.undatacube.contributions.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.Line;
import org.undatacube.contributions.submission.Replaces;
import org.undatacube.contributions.validation.BreakdownJudge.Label;

/**
 * Judges a whole submission as it flows by: first its header, then its lines one by one, then its breakdowns against
 * each other and the control total.
 */
public final class SubmissionJudge {
    /** As many as an expense has sets of dimensions. */
    public static final int MOST_BREAKDOWNS = 64;

    private static final Amount TOLERANCE = Amount.of("1");

    private final Header header;
    private final Findings findings;
    private final LineJudge lineJudge;
    private final long firstNumber;
    private final Consumer<Line> accepted;
    private final List<BreakdownJudge> breakdowns = new ArrayList<>();
    private boolean tooMany;

    /**
     * @param firstNumber the first of {@link #MOST_BREAKDOWNS} numbers for its breakdowns
     * @param accepted takes each line that passed, as long as nothing rejects the submission
     */
    public SubmissionJudge(
            Header header, Vocabulary vocabulary, Findings findings, long firstNumber, Consumer<Line> accepted) {
        this.header = header;
        this.findings = findings;
        this.lineJudge = new LineJudge(header, vocabulary, findings);
        this.firstNumber = firstNumber;
        this.accepted = accepted;
    }

    /** What parsers report what they cannot read to. */
    public Findings findings() {
        return findings;
    }

    /** Starts a breakdown; several may be open at a time. Empty where there are too many: its lines are not judged. */
    public Optional<BreakdownJudge> open(Label label) {
        if (breakdowns.size() == MOST_BREAKDOWNS) {
            if (!tooMany) {
                findings.add(
                        Rule.TOO_MANY_BREAKDOWNS,
                        label.place(),
                        label.name(),
                        "This is breakdown " + (MOST_BREAKDOWNS + 1) + "; it and those after it are not judged.",
                        "at most " + MOST_BREAKDOWNS + " breakdowns");
            }
            tooMany = true;
            return Optional.empty();
        }
        BreakdownJudge breakdown = new BreakdownJudge(
                firstNumber + breakdowns.size(),
                label,
                lineJudge,
                new DimensionsJudge(header.flow(), findings),
                findings,
                accepted);
        breakdowns.add(breakdown);
        return Optional.of(breakdown);
    }

    /**
     * To be called after the last line.
     *
     * @param inForce the control total of what is published now for the entity, year and flow
     */
    public List<BreakdownJudge> finish(Optional<Amount> inForce) {
        // where what there is could not be read, that has been said
        if (breakdowns.isEmpty() && !findings.hasRejects()) {
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
        return List.copyOf(breakdowns);
    }

    /** To be called where the store counted lines that repeat an earlier one in everything. */
    public void noteRepeats(BreakdownJudge breakdown, long repeats) {
        findings.add(
                Rule.LINES_REPEATED,
                breakdown.label().place(),
                Long.toString(repeats),
                repeats + " of " + breakdown.lines() + " lines repeat an earlier line in everything; all are kept.",
                null);
    }

    /** The control total that it states or, where all breakdowns agree, that they give; empty: the one in force stays. */
    public Optional<Amount> controlTotal() {
        return header.replaces() == Replaces.BREAKDOWNS
                ? header.controlTotal()
                : header.controlTotal().or(this::commonTotal);
    }

    private void judgeRepeatedBreakdowns() {
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

    private void judgeTotals(Optional<Amount> inForce) {
        Optional<Amount> control = header.controlTotal()
                .or(() -> header.replaces() == Replaces.BREAKDOWNS ? inForce : Optional.empty())
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

    private void judgeTotal(BreakdownJudge breakdown, Amount control) {
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
                .map(BreakdownJudge::total)
                .findFirst()
                .filter(first -> breakdowns.stream()
                        .allMatch(breakdown -> breakdown.total().isSameMoney(first)));
    }
}
