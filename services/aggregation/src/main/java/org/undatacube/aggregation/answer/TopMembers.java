package org.undatacube.aggregation.answer;

import java.util.HashMap;
import java.util.Map;
import org.undatacube.aggregation.query.Order;
import org.undatacube.aggregation.query.Question;
import org.undatacube.aggregation.query.Top;

/** Which members of the last drilldown are kept, and the cells that they and the others make up. */
final class TopMembers {
    private final Top top;
    private final Reckoning reckoning;
    private final Map<Integer, Ranking> rankings = new HashMap<>();
    private final int last;

    /** @param values of cells of single members */
    TopMembers(Question question, Reckoning reckoning, Values values) {
        this.top = question.top().orElseThrow();
        this.reckoning = reckoning;
        this.last = question.drilldowns().size() - 1;
        Order.ByMeasure by = question.ranking();
        int[] listOrder = reckoning.keys().get(last).ranks(false);
        for (int set : reckoning.sets().shownWithTotals()) {
            if (reckoning.sets().hasLast(set)) {
                rankings.computeIfAbsent(
                        reckoning.sets().ranking(set),
                        ranked -> Ranking.of(reckoning.tallies().of(ranked), top.count(), by, listOrder, values));
            }
        }
    }

    /** Who is kept in cells of a set that are of single members. */
    Ranking ranking(int set) {
        return rankings.get(reckoning.sets().ranking(set));
    }

    /** The cells of a set: those of members that are kept and, where they are asked for, of others. */
    Rows shown(int set) {
        Rows all = reckoning.tallies().of(set);
        if (!reckoning.sets().hasLast(set)) {
            return all;
        }
        Ranking ranking = ranking(set);
        Rows shown = new Rows(set, all.width(), Math.min(all.size(), top.count() * 2));
        Pace pace = new Pace(reckoning.asking().patience(), shown);
        int[] key = new int[all.width()];
        int[] ranked = new int[all.width()];
        boolean hasOthers = false;
        for (int row = 0; row < all.size(); row++) {
            pace.step();
            all.keys().copy(row, key);
            all.keys().copy(row, ranking.rows().set(), ranked);
            if (ranking.isKept(ranked)) {
                shown.count(shown.add(key, all, row), all.distinct(row));
            } else if (top.others()) {
                key[last] = DrilldownKeys.OTHERS;
                shown.add(key, all, row);
                hasOthers = true;
            }
        }
        pace.end();
        if (hasOthers && reckoning.asking().counts()) {
            new OthersCounts(reckoning, ranking).countIn(shown);
        }
        return shown;
    }
}
