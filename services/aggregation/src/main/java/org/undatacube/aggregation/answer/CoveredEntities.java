package org.undatacube.aggregation.answer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.aggregation.query.Drilldown;
import org.undatacube.codelists.Dimension;

/** Of which entities anything is covered, by year. */
final class CoveredEntities {
    private final Map<Integer, Set<String>> byYear;
    private final Inquiry inquiry;
    private final List<DrilldownKeys> keys;
    private final Map<Place, Set<String>> shown = new HashMap<>();

    private record Place(int drilldown, int year) {}

    /** @param keys of each drilldown */
    CoveredEntities(Inquiry inquiry, List<DrilldownKeys> keys) {
        this.byYear = inquiry.choice().withCompared().entitiesByYear();
        this.inquiry = inquiry;
        this.keys = keys;
    }

    /** Empty where nothing of the year is covered. */
    Set<String> of(int year) {
        return byYear.getOrDefault(year, Set.of());
    }

    /** Whether anything of a year is covered of the entities that a cell is of. */
    boolean areIn(int year, int[] key) {
        if (of(year).isEmpty()) {
            return false;
        }
        for (int drilldown = 0; drilldown < key.length; drilldown++) {
            // groups change their members, so that one may rightly have none in the other year
            boolean isOfEntities = inquiry.question().drilldowns().get(drilldown) instanceof Drilldown.ByLevel level
                    && level.dimension() == Dimension.ENTITY
                    && key[drilldown] != DrilldownKeys.ABSENT
                    && key[drilldown] != DrilldownKeys.OTHERS;
            if (isOfEntities
                    && !shownIn(drilldown, year).contains(keys.get(drilldown).text(key[drilldown]))) {
                return false;
            }
        }
        return true;
    }

    /** As a drilldown by entities shows what is covered. */
    private Set<String> shownIn(int drilldown, int year) {
        return shown.computeIfAbsent(new Place(drilldown, year), place -> {
            Drilldown.ByLevel level =
                    (Drilldown.ByLevel) inquiry.question().drilldowns().get(drilldown);
            Members members = inquiry.members();
            Projection projection =
                    level.projection(members, inquiry.question().view().structure());
            Set<String> its = new HashSet<>();
            for (String entity : of(year)) {
                members.partsOf(entity).forEach(part -> its.addAll(projection.keysOf(part, year)));
            }
            return its;
        });
    }
}
