package org.undatacube.aggregation.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.changefeed.PublishedLine;

/** Adds up line by line, as plainly as can be, what an engine should find. */
public final class TallyOracle {
    private final List<Row> rows = new ArrayList<>();

    /** A line with the year that its publication gives it. */
    private record Row(PublishedLine line, int year) {}

    /** What one cell holds so far. */
    private static final class Sum {
        private BigDecimal amount = BigDecimal.ZERO;
        private long lines;
        private BigDecimal minimum;
        private BigDecimal maximum;
        private final Map<Integer, Set<String>> distinct = new HashMap<>();

        void add(Row row, List<Projection> counted) {
            BigDecimal added = row.line().amount();
            amount = amount.add(added);
            lines++;
            minimum = minimum == null ? added : minimum.min(added);
            maximum = maximum == null ? added : maximum.max(added);
            for (int index = 0; index < counted.size(); index++) {
                distinct.computeIfAbsent(index, missing -> new HashSet<>()).addAll(keys(row, counted.get(index)));
            }
        }

        Tally tally(List<String> keys, Aggregation aggregation) {
            List<Long> counts = new ArrayList<>();
            for (int index = 0; index < aggregation.distinct().size(); index++) {
                counts.add((long) distinct.get(index).size());
            }
            return new Tally(
                    keys,
                    amount,
                    lines,
                    aggregation.extremes() ? minimum : null,
                    aggregation.extremes() ? maximum : null,
                    counts);
        }
    }

    /** What was published: each breakdown's lines with the edition that does not carry them over. */
    public void add(EditionChange change, List<PublishedLine> lines) {
        Map<Long, Integer> years = new HashMap<>();
        for (Publication publication : change.publications()) {
            for (PublishedBreakdown breakdown : publication.breakdowns()) {
                years.put(breakdown.breakdown(), publication.year());
            }
        }
        lines.forEach(line -> rows.add(new Row(line, years.get(line.breakdown()))));
    }

    public List<Tally> tally(Aggregation aggregation) {
        Map<List<String>, Sum> cells = new HashMap<>();
        for (Row row : rows) {
            if (aggregation.breakdowns().contains(row.line().breakdown())
                    && aggregation.filters().stream().allMatch(filter -> passes(row, filter))) {
                for (List<String> cell : cells(row, aggregation.axes())) {
                    cells.computeIfAbsent(cell, missing -> new Sum()).add(row, aggregation.distinct());
                }
            }
        }
        return cells.entrySet().stream()
                .map(cell -> cell.getValue().tally(cell.getKey(), aggregation))
                .toList();
    }

    /** All lines that pass, in order. */
    public List<PublishedLine> lines(LineReading reading) {
        return rows.stream()
                .filter(row -> reading.breakdowns().contains(row.line().breakdown()))
                .filter(row -> reading.filters().stream().allMatch(filter -> passes(row, filter)))
                .map(Row::line)
                .sorted(Comparator.comparing(PublishedLine::breakdown).thenComparing(PublishedLine::line))
                .skip(reading.offset())
                .limit(reading.limit())
                .toList();
    }

    private static boolean passes(Row row, Filter filter) {
        if (filter instanceof Filter.Years years) {
            return years.allows(row.year());
        }
        if (filter instanceof Filter.Codes codes) {
            return codes.selection()
                    .contains(row.line().codes().get(codes.selection().dimension()), row.year());
        }
        if (filter instanceof Filter.Amount amount) {
            return amount.comparison().holds(row.line().amount(), amount.value());
        }
        Filter.Except except = (Filter.Except) filter;
        return cells(row, except.axes()).stream().noneMatch(except.keys()::contains);
    }

    /** All combinations of the keys that the axes show a line under. */
    private static List<List<String>> cells(Row row, List<Axis> axes) {
        List<List<String>> cells = List.of(List.of());
        for (Axis axis : axes) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> cell : cells) {
                for (String key : keys(row, axis)) {
                    List<String> further = new ArrayList<>(cell);
                    further.add(key);
                    longer.add(further);
                }
            }
            cells = longer;
        }
        return cells;
    }

    private static List<String> keys(Row row, Axis axis) {
        if (axis instanceof Axis.Projected projected) {
            return keys(row, projected.projection());
        }
        return List.of(
                axis instanceof Axis.Breakdown ? Long.toString(row.line().breakdown()) : Integer.toString(row.year()));
    }

    private static List<String> keys(Row row, Projection projection) {
        return projection.keysOf(row.line().codes().get(projection.dimension()), row.year());
    }
}
