package org.undatacube.aggregation.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.undatacube.aggregation.cube.CubeMeasures;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.codelists.Flow;

/** Reads {@code amount,share.total,growth.2018,distinct.location.country}. */
final class MeasureReader {
    private static final int MOST_MEASURES = 30;

    private final List<Drilldown> drilldowns;
    private final List<Drilldown> columns;
    /** All but those against a base year, which are too many to list. */
    private final List<Measure> measures;

    MeasureReader(Flow cube, Members members, List<Drilldown> drilldowns, List<Drilldown> columns) {
        this.drilldowns = drilldowns;
        this.columns = columns;
        this.measures = CubeMeasures.of(cube, members);
    }

    /** At least one. */
    List<Measure> read(List<Item> items) {
        if (items.size() > MOST_MEASURES) {
            throw items.get(0)
                    .wrong(
                            "There are " + items.size() + " measures; there can be " + MOST_MEASURES + ".",
                            "at most " + MOST_MEASURES + " measures");
        }
        Set<Measure> read = new LinkedHashSet<>();
        for (Item item : items) {
            Measure measure = againstABaseYear(item).orElseGet(() -> find(item));
            requireItsDrilldowns(measure, item);
            if (!read.add(measure)) {
                throw item.wrong(item.text() + " stands twice in measures.", "each measure once");
            }
        }
        return read.isEmpty() ? List.of(Measure.Plain.AMOUNT) : List.copyOf(read);
    }

    private Measure find(Item item) {
        return measures.stream()
                .filter(measure -> measure.key().equals(item.text()))
                .findFirst()
                .orElseThrow(() -> item.unknown(
                        "There is no measure " + item.shown() + ".",
                        measures.stream().map(Measure::key).toList()));
    }

    private static Optional<Measure> againstABaseYear(Item item) {
        int dot = item.text().indexOf('.');
        String name = dot < 0 ? "" : item.text().substring(0, dot);
        boolean relative = name.equals(Measure.Change.RELATIVE);
        return relative || name.equals(Measure.Change.ABSOLUTE)
                ? Optional.of(new Measure.Change(relative, Optional.of(YearsReader.year(item.after(dot + 1)))))
                : Optional.empty();
    }

    private void requireItsDrilldowns(Measure measure, Item item) {
        boolean goesByYears = measure instanceof Measure.Change || measure instanceof Measure.Cumulative;
        if (goesByYears && !drilldowns.contains(new Drilldown.ByYear())) {
            throw item.wrong(item.text() + " needs year among the drilldowns.", "year in drilldown");
        }
        if (measure == Measure.Share.ROW && columns.isEmpty()) {
            throw item.wrong(item.text() + " needs columns.", "a drilldown in columns");
        }
    }
}
