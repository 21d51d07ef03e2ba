package org.undatacube.aggregation.answer;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.Axis;
import org.undatacube.aggregation.engine.Engine;
import org.undatacube.aggregation.engine.Filter;
import org.undatacube.aggregation.engine.Intake;
import org.undatacube.aggregation.engine.LineReader;
import org.undatacube.aggregation.engine.LineReading;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Rebuild;
import org.undatacube.aggregation.engine.Snapshot;
import org.undatacube.aggregation.engine.Tally;
import org.undatacube.changefeed.EditionChange;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.Flow;

/** An engine of plain loops, quick to open: with it many questions can be asked of what is made from tallies. */
final class LoopEngine implements Engine, Intake {
    private final Map<Long, List<Line>> lines = new HashMap<>();
    private Catalogue catalogue = Catalogue.EMPTY;

    private record Line(PublishedLine line, int year) {}

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public Intake intake() {
        return this;
    }

    @Override
    public void takeIn(EditionChange change, Lines published) throws IOException {
        Map<Long, Integer> years = new HashMap<>();
        for (Publication publication : change.publications()) {
            publication.breakdowns().forEach(breakdown -> years.put(breakdown.breakdown(), publication.year()));
        }
        published.forEach(line -> lines.computeIfAbsent(line.breakdown(), breakdown -> new ArrayList<>())
                .add(new Line(line, years.get(line.breakdown()))));
        catalogue = catalogue.with(change);
    }

    @Override
    public <T> T read(Function<Snapshot, T> reading) {
        return reading.apply(new Snapshot() {
            @Override
            public Catalogue catalogue() {
                return catalogue;
            }

            @Override
            public List<Tally> tally(Aggregation aggregation, Patience patience) {
                return LoopEngine.this.tally(aggregation);
            }

            @Override
            public List<PublishedLine> read(LineReading reading, Patience patience) {
                return reading.breakdowns().stream()
                        .sorted()
                        .flatMap(breakdown -> lines.getOrDefault(breakdown, List.of()).stream())
                        .filter(line -> reading.filters().stream().allMatch(filter -> passes(line, filter)))
                        .skip(reading.offset())
                        .limit(reading.limit())
                        .map(Line::line)
                        .toList();
            }

            @Override
            public void lines(Flow cube, Collection<Long> breakdowns, LineReader reader) {
                throw new UnsupportedOperationException("nobody reads lines back from here");
            }
        });
    }

    private List<Tally> tally(Aggregation aggregation) {
        Map<List<String>, List<Line>> cells = new HashMap<>();
        for (long breakdown : aggregation.breakdowns()) {
            for (Line line : lines.getOrDefault(breakdown, List.of())) {
                if (aggregation.filters().stream().allMatch(filter -> passes(line, filter))) {
                    keys(line, aggregation.axes())
                            .forEach(keys -> cells.computeIfAbsent(keys, cell -> new ArrayList<>())
                                    .add(line));
                }
            }
        }
        List<Tally> tallies = new ArrayList<>();
        cells.forEach((keys, its) -> tallies.add(tally(keys, its, aggregation)));
        return tallies;
    }

    private static Tally tally(List<String> keys, List<Line> lines, Aggregation aggregation) {
        List<BigDecimal> amounts =
                lines.stream().map(line -> line.line().amount()).sorted().toList();
        List<Long> distinct = new ArrayList<>();
        for (Projection projection : aggregation.distinct()) {
            Set<String> different = new HashSet<>();
            lines.forEach(line -> different.addAll(keys(line, new Axis.Projected(projection))));
            distinct.add((long) different.size());
        }
        return new Tally(
                keys,
                amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                lines.size(),
                aggregation.extremes() ? amounts.get(0) : null,
                aggregation.extremes() ? amounts.get(amounts.size() - 1) : null,
                distinct);
    }

    private static boolean passes(Line line, Filter filter) {
        if (filter instanceof Filter.Years years) {
            return years.allows(line.year());
        }
        if (filter instanceof Filter.Codes codes) {
            return codes.selection()
                    .contains(line.line().codes().get(codes.selection().dimension()), line.year());
        }
        if (filter instanceof Filter.Amount amount) {
            return amount.comparison().holds(line.line().amount(), amount.value());
        }
        Filter.Except except = (Filter.Except) filter;
        return keys(line, except.axes()).stream().noneMatch(except.keys()::contains);
    }

    private static List<List<String>> keys(Line line, List<Axis> axes) {
        List<List<String>> all = List.of(List.of());
        for (Axis axis : axes) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> keys : all) {
                for (String key : keys(line, axis)) {
                    List<String> more = new ArrayList<>(keys);
                    more.add(key);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    private static List<String> keys(Line line, Axis axis) {
        if (axis instanceof Axis.Projected projected) {
            Projection projection = projected.projection();
            return projection.keysOf(line.line().codes().get(projection.dimension()), line.year());
        }
        return List.of(
                axis instanceof Axis.Breakdown
                        ? Long.toString(line.line().breakdown())
                        : Integer.toString(line.year()));
    }

    @Override
    public Rebuild rebuild() {
        throw new UnsupportedOperationException("nothing here is worth a rebuild");
    }

    @Override
    public void close() {
        // nothing is open
    }
}
