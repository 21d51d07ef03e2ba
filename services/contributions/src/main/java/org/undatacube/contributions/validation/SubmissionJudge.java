package org.undatacube.contributions.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.undatacube.contributions.submission.Amount;
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
    private final Destination.Chooser destinations;
    private final Acceptance acceptance;
    private final List<BreakdownJudge> breakdowns = new ArrayList<>();
    private Consumer<List<String>> columns = names -> {};
    private WholeJudge whole;
    private boolean tooMany;

    public SubmissionJudge(
            Header header,
            Vocabulary vocabulary,
            Findings findings,
            Destination.Chooser destinations,
            Acceptance acceptance) {
        this.header = header;
        this.findings = findings;
        this.lineJudge = new LineJudge(header, vocabulary, findings);
        this.destinations = destinations;
        this.acceptance = acceptance;
    }

    /** What parsers report what they cannot read to. */
    public Findings findings() {
        return findings;
    }

    /** Starts a breakdown; several may be open at a time. Empty where there are too many: its lines are not judged. */
    public Optional<BreakdownJudge> open(Label label) {
        // rows are counted within a breakdown: those of the one before must not be taken for its own
        findings.settle();
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
                label, lineJudge, new DimensionsJudge(header.flow(), findings), findings, destinations, acceptance);
        breakdowns.add(breakdown);
        return Optional.of(breakdown);
    }

    /**
     * To be called after the last line: judges the breakdowns against each other and the control total.
     *
     * @param inForce the control total of what is published now for the entity, year and flow
     */
    public void finish(Optional<Amount> inForce) {
        whole = wholeJudge();
        // where what there is could not be read, that has been said
        if (!breakdowns.isEmpty() || !findings.hasRejects()) {
            whole.judge(inForce);
        }
    }

    /** What judged it as a whole; empty for a draft. */
    public Optional<WholeJudge> whole() {
        return Optional.ofNullable(whole);
    }

    /** To be called after the last line of a draft, which is judged as a whole later. */
    public void finishDraft() {
        wholeJudge().judgeRepeatedBreakdowns();
    }

    /** Says which columns the file has, so that what is refused can be given back in the same. */
    public void readsColumns(List<String> names) {
        columns.accept(names);
    }

    /** Whom to tell which columns the file has, before its first line. */
    public void tellColumns(Consumer<List<String>> reader) {
        columns = reader;
    }

    /** How many lines were judged so far. */
    public long rows() {
        return breakdowns.stream().mapToLong(BreakdownJudge::judgedLines).sum();
    }

    /** All that were opened. */
    public List<BreakdownJudge> breakdowns() {
        return List.copyOf(breakdowns);
    }

    private WholeJudge wholeJudge() {
        return new WholeJudge(
                header.controlTotal(),
                header.replaces(),
                breakdowns.stream().map(BreakdownJudge::judged).toList(),
                findings);
    }
}
