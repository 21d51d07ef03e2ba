package org.undatacube.aggregation.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.aggregation.query.Question;

/** What must be known to read an answer's figures rightly. */
final class Notes {
    private static final String OVERLAPS =
            "The groups of %s overlap: a line is in the cell of every group that it belongs to, so the cells do not add up"
                    + " to the total.";
    private static final String RECAST =
            "The figures are recast: all lines are shown by the classification of %d, in which"
                    + " codes that had ended by then are followed to those that took their place.";
    private static final String OTHER_ENTITIES =
            "Different entities are covered in %s, so changes between them are partly of what is covered.";

    private Notes() {}

    static List<String> of(Inquiry inquiry, Reckoning reckoning) {
        Optional<String> why = inquiry.choice().whyNothing();
        if (why.isPresent()) {
            return List.of(why.get());
        }
        List<String> notes = ofFigures(inquiry.question(), reckoning.asking());
        Set<String> years = reckoning.years().comparedWithOtherEntities(reckoning.ownYears());
        if (!years.isEmpty()) {
            notes.add(OTHER_ENTITIES.formatted(String.join(", in ", years)));
        }
        return notes;
    }

    /** What must be known of any figures by the drilldowns of a question. */
    static List<String> ofFigures(Question question, Asking asking) {
        List<String> notes = new ArrayList<>();
        List<Drilldown> drilldowns = question.drilldowns();
        for (int drilldown = 0; drilldown < drilldowns.size(); drilldown++) {
            if (GroupingSets.has(asking.overlapping(), drilldown)) {
                notes.add(OVERLAPS.formatted(drilldowns.get(drilldown).key()));
            }
        }
        question.view().structure().year().ifPresent(year -> notes.add(RECAST.formatted(year)));
        return notes;
    }
}
