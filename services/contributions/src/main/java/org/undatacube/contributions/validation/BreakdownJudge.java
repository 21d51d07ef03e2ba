package org.undatacube.contributions.validation;

import java.util.List;
import java.util.Optional;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.Finding;
import org.undatacube.contributions.submission.Line;
import org.undatacube.contributions.submission.LineKey;
import org.undatacube.contributions.validation.Acceptance.Partial;
import org.undatacube.contributions.validation.Acceptance.Refusal;

/** Judges the lines of one breakdown and adds them up. */
public final class BreakdownJudge {
    private static final Destination NOWHERE = new Destination(0, 0);

    private final Label label;
    private final LineJudge lineJudge;
    private final DimensionsJudge dimensions;
    private final Findings findings;
    private final Destination.Chooser destinations;
    private final Acceptance acceptance;
    private Destination destination = NOWHERE;
    private int judged;
    private int lines;
    private Amount total = Amount.ZERO;

    /**
     * How findings name a breakdown.
     *
     * @param name its name in the column breakdown, or its place in the body
     */
    public record Label(String name, Place place) {}

    BreakdownJudge(
            Label label,
            LineJudge lineJudge,
            DimensionsJudge dimensions,
            Findings findings,
            Destination.Chooser destinations,
            Acceptance acceptance) {
        this.label = label;
        this.lineJudge = lineJudge;
        this.dimensions = dimensions;
        this.findings = findings;
        this.destinations = destinations;
        this.acceptance = acceptance;
    }

    /** Says which dimensions the lines give; may come after the lines. */
    public void declare(DimensionSet declared, Place place) {
        dimensions.declare(declared, place);
    }

    public void judge(StatedLine stated) {
        judged++;
        findings.begin(stated.value(LineField.LINE_ID));
        dimensions.judge(stated);
        if (destination.equals(NOWHERE)) {
            destination = destinations.of(dimensions());
        }
        LineKey key = new LineKey(destination.breakdown(), destination.lastLine() + lines + 1);
        findings.storeWith(key);
        List<Line> parts = lineJudge.judge(stated, key.breakdown(), key.number());
        findings.end();
        settle(stated, parts);
    }

    /** Takes a row whose fields cannot be told apart, which has been said, for a line that is not good. */
    public void refuse(StatedLine unreadable) {
        judged++;
        settle(unreadable, List.of());
    }

    /** The number that the store knows it by. */
    public long number() {
        return destination.breakdown();
    }

    public DimensionSet dimensions() {
        return dimensions.dimensions();
    }

    /** How many were kept. */
    public long lines() {
        return lines;
    }

    /** Of the lines that were kept. */
    public Amount total() {
        return total;
    }

    int judgedLines() {
        return judged;
    }

    WholeJudge.JudgedBreakdown judged() {
        return new WholeJudge.JudgedBreakdown(number(), label, dimensions(), judged, total);
    }

    private void settle(StatedLine stated, List<Line> parts) {
        if (acceptance instanceof Partial partial) {
            List<Finding> against = findings.takeRejects(stated.row());
            if (!against.isEmpty()) {
                partial.refused().accept(new Refusal(stated, label.name(), dollars(parts), against));
                return;
            }
        } else if (findings.hasRejects()) {
            // once something rejects the submission no line of it is stored
            return;
        }
        parts.forEach(this::keep);
    }

    /** Empty where the amount could not be read. */
    private static Optional<Amount> dollars(List<Line> parts) {
        return parts.stream().map(Line::dollars).reduce(Amount::plus);
    }

    private void keep(Line line) {
        lines++;
        total = total.plus(line.dollars());
        acceptance.kept().accept(line);
    }
}
