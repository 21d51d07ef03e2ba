package org.undatacube.aggregation.answer.oracle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The cells in rows and columns. */
final class Pivot {
    final List<Spot> columns = new ArrayList<>();
    final List<Spot> rows = new ArrayList<>();
    private final Asked asked;
    private final Set<Spot> shown;

    /** @param shown the cells of the detail that are not hidden */
    Pivot(Asked asked, Set<Spot> shown, Ordering ordering) {
        this.asked = asked;
        this.shown = shown;
        Set<Spot> ofColumns = new LinkedHashSet<>();
        Set<Spot> ofRows = new LinkedHashSet<>();
        for (Spot spot : shown) {
            ofColumns.add(spot.by(asked.columns()));
            ofRows.add(row(spot));
        }
        columns.addAll(ofColumns);
        rows.addAll(ofRows);
        List<String> across =
                asked.drilldowns().stream().filter(asked.columns()::contains).toList();
        List<String> down = asked.drilldowns().stream()
                .filter(drilldown -> !asked.columns().contains(drilldown))
                .toList();
        columns.sort(ordering.ofKeysAlone(across));
        rows.sort(ordering.of(down));
    }

    private Spot row(Spot spot) {
        return spot.by(spot.drilldowns().stream()
                .filter(drilldown -> !asked.columns().contains(drilldown))
                .toList());
    }

    /** The cell of a row and a column; null where there is none. */
    Spot at(Spot row, Spot column) {
        for (Spot spot : shown) {
            if (row(spot).equals(row) && spot.by(asked.columns()).equals(column)) {
                return spot;
            }
        }
        return null;
    }
}
