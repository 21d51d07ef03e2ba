package org.undatacube.contributions.validation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;

/** Judges whether the lines of one breakdown give the same dimensions, and dimensions of the flow. */
final class DimensionsJudge {
    private final Optional<Flow> flow;
    private final Findings findings;
    private DimensionSet expected;
    private boolean declared;

    DimensionsJudge(Optional<Flow> flow, Findings findings) {
        this.flow = flow;
        this.findings = findings;
    }

    /** What the breakdown says of itself; it may come after its lines. */
    void declare(DimensionSet dimensions, Place place) {
        if (expected != null && !expected.equals(dimensions)) {
            findings.add(
                    Rule.DIMENSION_MISSING,
                    place,
                    names(dimensions),
                    "The lines of the breakdown give " + names(expected) + ".",
                    names(expected));
            return;
        }
        expected = dimensions;
        declared = true;
    }

    /** The dimensions of the breakdown; none before the first line. */
    DimensionSet dimensions() {
        return expected == null ? DimensionSet.of() : expected;
    }

    void judge(StatedLine line) {
        if (expected == null) {
            expected = mentioned(line);
        }
        for (LineField field : LineField.DIMENSIONS) {
            boolean given = line.gives(field);
            boolean wanted = expected.dimensions().contains(field.dimension());
            if (given && flow.isPresent() && !flow.get().dimensions().contains(field.dimension())) {
                findings.add(
                        Rule.DIMENSION_OF_OTHER_FLOW,
                        line.at(field),
                        line.value(field),
                        field.spelling() + " is not a dimension of "
                                + flow.get().code() + ".",
                        names(new DimensionSet(Set.copyOf(flow.get().dimensions()))));
            } else if (given && !wanted) {
                findings.add(
                        Rule.DIMENSION_NOT_DECLARED,
                        line.at(field),
                        line.value(field),
                        (declared ? "The breakdown declares " : "The first line of the breakdown gives ")
                                + names(expected) + " and not " + field.spelling() + ".",
                        "the same dimensions on every line, or a breakdown of its own");
            } else if (!given && wanted) {
                findings.add(
                        Rule.DIMENSION_MISSING,
                        line.at(field),
                        null,
                        "The line has no " + field.spelling() + ", which "
                                + (declared ? "the breakdown declares." : "the first line of the breakdown gives."),
                        "a code, or a breakdown of its own");
            }
        }
    }

    private static DimensionSet mentioned(StatedLine line) {
        Set<Dimension> mentioned = EnumSet.noneOf(Dimension.class);
        LineField.DIMENSIONS.stream()
                .filter(line::gives)
                .map(LineField::dimension)
                .forEach(mentioned::add);
        return new DimensionSet(mentioned);
    }

    private static String names(DimensionSet dimensions) {
        return dimensions.size() == 0
                ? "no dimension"
                : dimensions.inOrder().stream().map(Dimension::code).collect(Collectors.joining(", "));
    }
}
