package org.undatacube.contributions.validation;

import java.util.List;
import java.util.function.Consumer;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.contributions.submission.Amount;
import org.undatacube.contributions.submission.Line;

/** Judges the lines of one breakdown and adds them up. */
public final class BreakdownJudge {
    private final long number;
    private final Label label;
    private final LineJudge lineJudge;
    private final DimensionsJudge dimensions;
    private final Findings findings;
    private final Consumer<Line> accepted;
    private int lines;
    private Amount total = Amount.ZERO;

    /**
     * How findings name a breakdown.
     *
     * @param name its name in the column breakdown, or its place in the body
     */
    public record Label(String name, Place place) {}

    BreakdownJudge(
            long number,
            Label label,
            LineJudge lineJudge,
            DimensionsJudge dimensions,
            Findings findings,
            Consumer<Line> accepted) {
        this.number = number;
        this.label = label;
        this.lineJudge = lineJudge;
        this.dimensions = dimensions;
        this.findings = findings;
        this.accepted = accepted;
    }

    /** Says which dimensions the lines give; may come after the lines. */
    public void declare(DimensionSet declared, Place place) {
        dimensions.declare(declared, place);
    }

    public void judge(StatedLine stated) {
        dimensions.judge(stated);
        List<Line> judged = lineJudge.judge(stated, number, lines + 1);
        // one that could not be read is a line all the same
        lines += Math.max(1, judged.size());
        // once something rejects the submission no line of it is stored
        if (!findings.hasRejects()) {
            for (Line line : judged) {
                total = total.plus(line.dollars());
                accepted.accept(line);
            }
        }
    }

    /** The number that the store knows it by. */
    public long number() {
        return number;
    }

    public DimensionSet dimensions() {
        return dimensions.dimensions();
    }

    public long lines() {
        return lines;
    }

    /** Right only where nothing rejects the submission. */
    public Amount total() {
        return total;
    }

    WholeJudge.JudgedBreakdown judged() {
        return new WholeJudge.JudgedBreakdown(number, label, dimensions(), lines, total);
    }
}
