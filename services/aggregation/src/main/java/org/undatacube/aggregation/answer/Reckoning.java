package org.undatacube.aggregation.answer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.query.Question;
import org.undatacube.http.Language;

/**
 * All that an answer's figures are made from, added up. After it the engine is asked only for counts of others and, where
 * transfers within the system are left out, for the amount with them.
 */
record Reckoning(
        GroupingSets sets, List<DrilldownKeys> keys, Asking asking, Tallies tallies, Amounts amounts, Years years) {

    /** @param language of the labels */
    static Reckoning of(Inquiry inquiry, Language language) {
        Question question = inquiry.question();
        GroupingSets sets = GroupingSets.of(question);
        List<DrilldownKeys> keys = question.drilldowns().stream()
                .map(drilldown -> new DrilldownKeys(drilldown, inquiry.members(), language))
                .toList();
        Asking asking = new Asking(inquiry, keys);
        Set<Integer> needed = needed(question, sets);
        Tallies tallies = Tallies.of(
                needed,
                counted(question, sets),
                asking.overlapping(),
                (set, counting) -> asking.ask(set, counting, List.of()),
                inquiry.patience());
        Years years = Years.of(inquiry, keys);
        Reckoning ofQuestion =
                new Reckoning(sets, keys, asking, tallies, new Amounts(tallies, Optional.empty()), years);
        Amounts amounts = new Amounts(tallies, ofQuestion.otherYears(inquiry, needed));
        return new Reckoning(sets, keys, asking, tallies, amounts, years);
    }

    /** The years of which the answer has cells. */
    Set<Integer> ownYears() {
        return years.drilldown() < 0
                ? Set.of()
                : keys.get(years.drilldown()).seen().stream()
                        .map(Integer::valueOf)
                        .filter(years.question()::isOfYear)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<Tallies> otherYears(Inquiry inquiry, Collection<Integer> needed) {
        Set<Integer> otherYears = inquiry.question().comparedWith(ownYears());
        otherYears.removeIf(inquiry.question()::isOfYear);
        List<Long> breakdowns = inquiry.choice().withCompared().breakdowns(otherYears);
        return breakdowns.isEmpty()
                ? Optional.empty()
                : Optional.of(Tallies.of(
                        needed.stream().filter(years::isIn).toList(),
                        List.of(),
                        asking.overlapping(),
                        (set, counting) -> asking.askOtherYears(set, breakdowns),
                        inquiry.patience()));
    }

    /** The sets in which any cell's amount may be looked up. */
    private static Set<Integer> needed(Question question, GroupingSets sets) {
        Set<Integer> needed = new TreeSet<>(sets.shownWithTotals());
        if (question.top().isPresent()) {
            sets.shownWithTotals().stream().filter(sets::hasLast).forEach(set -> needed.add(sets.ranking(set)));
        }
        for (int set : List.copyOf(needed)) {
            if (question.measures().contains(Measure.Share.PARENT)) {
                needed.add(GroupingSets.parent(set));
            }
            if (question.measures().contains(Measure.Share.ROW)) {
                needed.add(set & ~sets.columns());
            }
        }
        return needed;
    }

    /** The sets in which different members are counted. */
    private static Set<Integer> counted(Question question, GroupingSets sets) {
        List<Measure> counted = Asking.countedMeasures(question);
        if (counted.isEmpty()) {
            return Set.of();
        }
        Set<Integer> all = new TreeSet<>(sets.shownWithTotals());
        if (question.top().isPresent() && counted.contains(question.ranking().measure())) {
            sets.shownWithTotals().stream().filter(sets::hasLast).forEach(set -> all.add(sets.ranking(set)));
        }
        return all;
    }
}
