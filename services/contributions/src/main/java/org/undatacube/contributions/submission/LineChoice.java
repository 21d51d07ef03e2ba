package org.undatacube.contributions.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.contributions.ContributionProblem;
import org.undatacube.http.Problem;

/** Finds the one line that is meant by the entity's own identifier. */
@ApplicationScoped
public class LineChoice {
    private static final int CANDIDATES_SHOWN = 20;
    /** More than one line can be split into. */
    private static final int MOST_FOUND = 1_000;

    private final LineStore store;

    LineChoice(LineStore store) {
        this.store = store;
    }

    /**
     * Which line is meant.
     *
     * @param breakdown number or dimensions of its breakdown, where the identifier alone does not tell; else null
     * @param number its number within the breakdown, where that does not tell either; else null
     */
    public record Asked(String lineId, String breakdown, String number) {
        /** Identifiers have no control characters, so that no line can be found by one that has. */
        private boolean canBe() {
            return lineId.chars().noneMatch(Character::isISOControl)
                    && (number == null || number.matches("[0-9]{1,9}"));
        }

        private Integer lineNumber() {
            return number == null ? null : Integer.valueOf(number);
        }
    }

    /** @throws Problem (404) where there is none, (409) where there are several */
    public SubmittedLine require(Submission submission, Asked asked) throws SQLException {
        List<Long> within = asked.breakdown() == null
                ? submission.breakdowns.stream().map(breakdown -> breakdown.id).toList()
                : List.of(breakdown(submission, asked.breakdown()).id);
        List<Line> found =
                asked.canBe() ? store.find(within, asked.lineId(), asked.lineNumber(), MOST_FOUND) : List.of();
        if (found.isEmpty()) {
            throw Problem.notFound("The submission has no line with this identifier there.")
                    .with("lineId", asked.lineId());
        }
        if (!areOne(found)) {
            throw new Problem(
                            ContributionProblem.LINE_AMBIGUOUS,
                            "Several lines have this identifier; say which by breakdown=, and line= if need be.")
                    .with("lineId", asked.lineId())
                    .with(
                            "lines",
                            found.stream()
                                    .limit(CANDIDATES_SHOWN)
                                    .map(Candidate::of)
                                    .toList());
        }
        return new SubmittedLine(found);
    }

    /**
     * One of the submission's breakdowns.
     *
     * @param named its number, or its dimensions separated by commas
     * @throws Problem (404) where it has none such
     */
    public Breakdown breakdown(Submission submission, String named) {
        Optional<DimensionSet> dimensions = dimensions(named);
        return submission.breakdowns.stream()
                .filter(breakdown -> Long.toString(breakdown.id).equals(named)
                        || dimensions.filter(breakdown.dimensions()::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> Problem.notFound("The submission has no such breakdown.")
                        .with(
                                "breakdowns",
                                submission.breakdowns.stream()
                                        .map(SubmissionView.BreakdownView::of)
                                        .toList()));
    }

    private static boolean areOne(List<Line> found) {
        return found.stream().map(LineChoice::asSubmitted).distinct().count() == 1;
    }

    /** The key of the line, or of the first part of the one that it was split from. */
    private static LineKey asSubmitted(Line line) {
        return line.split() == null
                ? line.key()
                : new LineKey(line.breakdown(), line.split().firstLine());
    }

    private static Optional<DimensionSet> dimensions(String named) {
        Set<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
        for (String name : named.split(",", -1)) {
            Optional<Dimension> dimension = Dimension.find(name.strip());
            if (dimension.isEmpty()) {
                return Optional.empty();
            }
            dimensions.add(dimension.get());
        }
        return Optional.of(new DimensionSet(dimensions));
    }

    /** How a problem names a line that may be meant. */
    private record Candidate(long breakdown, int line, Amount amountUsd) {
        static Candidate of(Line line) {
            return new Candidate(line.breakdown(), line.number(), line.dollars());
        }
    }
}
