package org.undatacube.aggregation.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.undatacube.aggregation.cube.Structure;
import org.undatacube.aggregation.query.Drilldown;

/** What must be known to read an answer's figures rightly. */
final class Notes {
    private static final String NOTHING_PUBLISHED = "Nothing was published yet.";
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
        if (inquiry.edition().number() == 0) {
            return List.of(NOTHING_PUBLISHED);
        }
        Optional<String> why = inquiry.choice().whyNothing();
        if (why.isPresent()) {
            return List.of(why.get());
        }
        List<String> notes = new ArrayList<>();
        List<Drilldown> drilldowns = inquiry.question().drilldowns();
        for (int drilldown = 0; drilldown < drilldowns.size(); drilldown++) {
            if (GroupingSets.has(reckoning.asking().overlapping(), drilldown)) {
                notes.add(OVERLAPS.formatted(drilldowns.get(drilldown).key()));
            }
        }
        Structure structure = inquiry.question().view().structure();
        structure.year().ifPresent(year -> notes.add(RECAST.formatted(year)));
        Set<String> years = reckoning.years().comparedWithOtherEntities(reckoning.ownYears());
        if (!years.isEmpty()) {
            notes.add(OTHER_ENTITIES.formatted(String.join(", in ", years)));
        }
        return notes;
    }
}
