package org.undatacube.aggregation.answer;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.undatacube.aggregation.coverage.BreakdownChoice;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.query.Cut;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.Question;

/**
 * The years of an answer and those that it compares them with.
 *
 * @param drilldown which of the drilldowns is the year; negative where none is
 * @param entities by year those that are covered, also in years that the question cuts off
 */
record Years(Question question, int drilldown, BreakdownChoice ofAllYears, Map<Integer, Set<String>> entities) {

    static Years of(Inquiry inquiry) {
        BreakdownChoice ofAllYears = inquiry.choice().ofAllYears();
        return new Years(
                inquiry.question(),
                inquiry.question().drilldowns().indexOf(new Drilldown.ByYear()),
                ofAllYears,
                ofAllYears.entitiesByYear());
    }

    /** Whether cells of the set have a year. */
    boolean isIn(int set) {
        return drilldown >= 0 && GroupingSets.has(set, drilldown);
    }

    boolean isWithinCuts(int year) {
        return question.cuts().stream()
                .filter(Cut.ByYears.class::isInstance)
                .allMatch(cut -> ((Cut.ByYears) cut).allows(year));
    }

    boolean isCovered(int year) {
        return entities.containsKey(year);
    }

    /** With which years those of the answer are compared, by the measures asked for. */
    Set<Integer> comparedWith(Set<Integer> years) {
        return changes()
                .flatMap(change -> years.stream().map(year -> other(change, year)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The years of the answer whose entities are not those of the year that they are compared with, as text. */
    Set<String> comparedWithOtherEntities(Set<Integer> years) {
        return changes()
                .flatMap(change -> years.stream()
                        .filter(year -> entities.containsKey(other(change, year)))
                        .filter(year -> !entities.get(other(change, year)).equals(entities.get(year)))
                        .map(year -> other(change, year) + " and " + year))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static int other(Measure.Change change, int year) {
        return change.baseYear().orElse(year - 1);
    }

    private Stream<Measure.Change> changes() {
        return question.measures().stream()
                .map(measure -> measure instanceof Measure.Change change ? Optional.of(change) : empty())
                .flatMap(Optional::stream);
    }

    private static Optional<Measure.Change> empty() {
        return Optional.empty();
    }
}
