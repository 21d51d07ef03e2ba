package org.undatacube.contributions.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.Line;
import org.undatacube.contributions.validation.BreakdownJudge.Label;

/**
 * Judges a submission as it flows by: first its header, then its lines one by one, then all of it as a {@link
 * WholeJudge} does.
 */
public final class SubmissionJudge {
    /** As many as an expense has sets of dimensions. */
    public static final int MOST_BREAKDOWNS = 64;

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
        // what there is already is on a line before that could not be judged
        findings.endLine(Optional.empty());
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
     * To be called after the last line: judges the breakdowns against each other and the control total.
     *
     * @param inForce the control total of what is published now for the entity, year and flow
     */
    public WholeJudge finish(Optional<Amount> inForce) {
        WholeJudge whole = whole();
        // where what there is could not be read, that has been said
        if (!breakdowns.isEmpty() || !findings.hasRejects()) {
            whole.judge(inForce);
        }
        return whole;
    }

    /** To be called after the last line of a draft, which is judged as a whole later. */
    public void finishDraft() {
        whole().judgeRepeatedBreakdowns();
    }

    /** All that were opened. */
    public List<BreakdownJudge> breakdowns() {
        return List.copyOf(breakdowns);
    }

    private WholeJudge whole() {
        return new WholeJudge(
                header.controlTotal(),
                header.replaces(),
                breakdowns.stream().map(BreakdownJudge::judged).toList(),
                findings);
    }
}
