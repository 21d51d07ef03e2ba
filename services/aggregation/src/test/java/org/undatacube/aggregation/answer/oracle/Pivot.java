package org.undatacube.aggregation.answer.oracle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The cells in rows and columns. */
final class Pivot {
    final List<Spot> columns = new ArrayList<>();
    final List<Spot> rows = new ArrayList<>();
    private final Asked asked;
    /** The cells that are not hidden. */
    private final Set<Spot> shown = new LinkedHashSet<>();

    Pivot(Asked asked, Ordering ordering, Function<List<String>, Set<Spot>> ofSet) {
        this.asked = asked;
        List<String> across =
                asked.drilldowns().stream().filter(asked.columns()::contains).toList();
        List<String> down = asked.drilldowns().stream()
                .filter(drilldown -> !asked.columns().contains(drilldown))
                .toList();
        Set<Spot> ofColumns = new LinkedHashSet<>();
        for (List<String> set : Sets.of(down, asked.subtotals())) {
            Set<Spot> cells = ofSet.apply(asked.drilldowns().stream()
                    .filter(drilldown -> across.contains(drilldown) || set.contains(drilldown))
                    .toList());
            Set<Spot> ofRows = new LinkedHashSet<>();
            for (Spot spot : cells) {
                ofColumns.add(spot.by(across));
                ofRows.add(row(spot));
            }
            ofRows.stream().sorted(ordering.of(set)).forEach(rows::add);
            shown.addAll(cells);
        }
        columns.addAll(ofColumns);
        columns.sort(ordering.ofKeysAlone(across));
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
