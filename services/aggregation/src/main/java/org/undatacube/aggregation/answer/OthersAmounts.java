package org.undatacube.aggregation.answer;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * The amounts of others in any year: in a year that is compared with they are those of the members that are not kept in
 * the year of the cell that is compared.
 */
final class OthersAmounts {
    private static final int FEW = 64;

    private final Reckoning reckoning;
    private final TopMembers top;
    private final Map<Place, Rows> added = new HashMap<>();

    /** @param ownYear the year, as a key, in which it was decided who is kept; absent where that is not by years */
    private record Place(int set, int ownYear) {}

    OthersAmounts(Reckoning reckoning, TopMembers top) {
        this.reckoning = reckoning;
        this.top = top;
    }

    /**
     * Zero where no line is in the cell.
     *
     * @param key of a cell of others
     * @param ownYear the year of the cell that is compared, as a key; absent where it has none
     */
    BigDecimal of(int set, int[] key, int ownYear) {
        boolean isPerYear = reckoning.years().isIn(top.ranking(set).rows().set());
        Place place = new Place(set, isPerYear ? ownYear : DrilldownKeys.ABSENT);
        Rows rows = added.get(place);
        if (rows == null) {
            rows = add(place);
            added.put(place, rows);
        }
        int row = rows.find(key);
        return row < 0 ? BigDecimal.ZERO : rows.amount(row);
    }

    private Rows add(Place place) {
        Ranking ranking = top.ranking(place.set());
        int width = reckoning.keys().size();
        Rows others = new Rows(place.set(), width, FEW);
        Pace pace = new Pace(reckoning.asking().patience(), others);
        int[] key = new int[width];
        for (Rows rows : reckoning.amounts().rows(place.set())) {
            for (int row = 0; row < rows.size(); row++) {
                pace.step();
                rows.keys().copy(row, ranking.rows().set(), key);
                if (place.ownYear() != DrilldownKeys.ABSENT) {
                    key[reckoning.years().drilldown()] = place.ownYear();
                }
                if (!ranking.isKept(key)) {
                    rows.keys().copy(row, key);
                    key[width - 1] = DrilldownKeys.OTHERS;
                    others.add(key, rows, row);
                }
            }
        }
        pace.end();
        return others;
    }
}
