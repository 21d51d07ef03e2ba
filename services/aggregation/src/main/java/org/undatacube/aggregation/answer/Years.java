package org.undatacube.aggregation.answer;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.Question;

/**
 * The years of an answer and those that it compares them with.
 *
 * @param drilldown which of the drilldowns is the year; negative where none is
 * @param entities that are covered, also in years that the question cuts off and only compares with
 */
record Years(Question question, int drilldown, CoveredEntities entities) {

    static Years of(Inquiry inquiry, List<DrilldownKeys> keys) {
        return new Years(
                inquiry.question(),
                inquiry.question().drilldowns().indexOf(new Drilldown.ByYear()),
                new CoveredEntities(inquiry, keys));
    }

    /** Whether cells of the set have a year. */
    boolean isIn(int set) {
        return drilldown >= 0 && GroupingSets.has(set, drilldown);
    }

    /** The years of the answer whose entities are not those of the year that they are compared with, as text. */
    Set<String> comparedWithOtherEntities(Set<Integer> years) {
        Set<String> compared = new TreeSet<>();
        for (int year : years) {
            for (int other : question.comparedWith(Set.of(year))) {
                Set<String> entitiesThen = entities.of(other);
                if (!entitiesThen.isEmpty() && !entitiesThen.equals(entities.of(year))) {
                    compared.add(other + " and " + year);
                }
            }
        }
        return compared;
    }
}
