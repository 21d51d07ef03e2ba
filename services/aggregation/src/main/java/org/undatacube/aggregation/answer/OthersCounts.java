package org.undatacube.aggregation.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.undatacube.aggregation.engine.Filter;

/** Counts different members in the cells of others, which only the lines themselves tell. */
final class OthersCounts {
    private final Reckoning reckoning;
    private final Ranking ranking;
    private final int width;
    /** The drilldowns of the ranking in which a line can be in two cells: each such cell is asked for by itself. */
    private final int overlapping;

    OthersCounts(Reckoning reckoning, Ranking ranking) {
        this.reckoning = reckoning;
        this.ranking = ranking;
        this.width = ranking.rows().width();
        this.overlapping = ranking.rows().set() & reckoning.asking().overlapping();
    }

    /** Writes the counts into the cells of others. */
    void countIn(Rows shown) {
        KeyTable places = new KeyTable(width, 1);
        int[] place = new int[width];
        for (int cell = 0; cell < ranking.cells().size(); cell++) {
            ranking.cells().copy(cell, overlapping, place);
            places.findOrAdd(place);
        }
        for (int number = 0; number < places.size(); number++) {
            places.copy(number, place);
            countIn(shown, place);
        }
    }

    private void countIn(Rows shown, int[] place) {
        List<Filter> filters = new ArrayList<>();
        for (int drilldown = 0; drilldown < width; drilldown++) {
            if (place[drilldown] != DrilldownKeys.ABSENT) {
                filters.add(reckoning.asking().within(drilldown, text(drilldown, place)));
            }
        }
        int except = ranking.rows().set() & ~overlapping;
        filters.add(new Filter.Except(reckoning.asking().axes(except), keptAt(place, except)));
        Rows others = reckoning.asking().ask(GroupingSets.parent(shown.set()) & ~overlapping, true, filters);
        int[] key = new int[width];
        for (int row = 0; row < others.size(); row++) {
            others.keys().copy(row, key);
            for (int drilldown = 0; drilldown < width; drilldown++) {
                key[drilldown] = Math.max(key[drilldown], place[drilldown]);
            }
            key[width - 1] = DrilldownKeys.OTHERS;
            shown.count(shown.find(key), others.distinct(row));
        }
    }

    private Set<List<String>> keptAt(int[] place, int except) {
        Set<List<String>> kept = new HashSet<>();
        int[] key = new int[width];
        for (int row = 0; row < ranking.rows().size(); row++) {
            ranking.rows().keys().copy(row, key);
            if (ranking.isKept(row) && isAt(place, key)) {
                kept.add(texts(key, except));
            }
        }
        return kept;
    }

    private List<String> texts(int[] key, int set) {
        List<String> texts = new ArrayList<>();
        for (int drilldown = 0; drilldown < width; drilldown++) {
            if (GroupingSets.has(set, drilldown)) {
                texts.add(text(drilldown, key));
            }
        }
        return texts;
    }

    private static boolean isAt(int[] place, int[] key) {
        for (int drilldown = 0; drilldown < key.length; drilldown++) {
            if (place[drilldown] != DrilldownKeys.ABSENT && place[drilldown] != key[drilldown]) {
                return false;
            }
        }
        return true;
    }

    private String text(int drilldown, int[] key) {
        return reckoning.keys().get(drilldown).text(key[drilldown]);
    }
}
