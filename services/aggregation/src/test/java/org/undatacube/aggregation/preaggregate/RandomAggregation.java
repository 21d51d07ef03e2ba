package org.undatacube.aggregation.preaggregate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.undatacube.aggregation.answer.RandomCube;
import org.undatacube.aggregation.coverage.Catalogue;
import org.undatacube.aggregation.cube.Comparison;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.aggregation.cube.Grouping;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.aggregation.cube.Selection;
import org.undatacube.aggregation.cube.Structure;
import org.undatacube.aggregation.cube.YearRange;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.Axis;
import org.undatacube.aggregation.engine.Filter;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;

/** Anything that may be asked of an engine: axes and filters of all kinds, of any breakdowns that can tell. */
final class RandomAggregation {
    private final RandomCube cube;
    private final Members members;
    private final Random random;
    private final Flow flow;
    private final List<Dimension> dimensions;

    private RandomAggregation(RandomCube cube, Members members, Random random) {
        this.cube = cube;
        this.members = members;
        this.random = random;
        this.flow = random.nextInt(3) == 0 ? Flow.REVENUE : Flow.EXPENSE;
        this.dimensions = some(CubeDimensions.of(flow), 1 + random.nextInt(3));
    }

    static Aggregation of(RandomCube cube, Members members, Catalogue catalogue, Random random) {
        return new RandomAggregation(cube, members, random).aggregation(catalogue);
    }

    private Aggregation aggregation(Catalogue catalogue) {
        List<Axis> axes = axes(random.nextInt(4), true);
        List<Filter> filters = new ArrayList<>();
        for (int number = random.nextInt(4); number > 0; number--) {
            filters.add(filter());
        }
        List<Projection> distinct = new ArrayList<>();
        for (int number = Math.max(0, random.nextInt(4) - 1); number > 0; number--) {
            projection(false).ifPresent(distinct::add);
        }
        boolean extremes = random.nextInt(5) == 0;
        DimensionSet used = new Aggregation(flow, List.of(), axes, filters, extremes, distinct).dimensions();
        return new Aggregation(flow, breakdowns(used, catalogue), axes, filters, extremes, distinct);
    }

    private List<Long> breakdowns(DimensionSet used, Catalogue catalogue) {
        Set<Dimension> needed = new HashSet<>(used.dimensions());
        needed.remove(Dimension.ENTITY);
        return catalogue
                .published(
                        flow,
                        catalogue
                                .edition(1 + random.nextInt(cube.changes.size()))
                                .orElseThrow())
                .stream()
                .flatMap(publication -> publication.breakdowns().stream()
                        .filter(breakdown -> breakdown.dimensions().dimensions().containsAll(needed))
                        .limit(1))
                .map(PublishedBreakdown::breakdown)
                .toList();
    }

    private List<Axis> axes(int count, boolean overlapping) {
        List<Axis> axes = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            if (random.nextInt(4) == 0) {
                axes.add(new Axis.Year());
            } else {
                projection(overlapping).map(Axis.Projected::new).ifPresent(axes::add);
            }
        }
        return axes;
    }

    private Optional<Projection> projection(boolean overlapping) {
        Dimension dimension = any(dimensions);
        Structure structure = structure();
        String name = any(members.levelsAndHierarchies(dimension));
        Projection projection = members.levels(dimension).contains(name)
                ? members.byLevel(dimension, name, structure)
                : members.byGroup(dimension, name, structure);
        return Optional.of(projection).filter(its -> overlapping || !its.overlaps());
    }

    private Filter filter() {
        return switch (random.nextInt(6)) {
            case 0 -> new Filter.Years(years(), random.nextBoolean());
            case 1 -> random.nextInt(3) == 0 ? amount() : new Filter.Codes(selection());
            case 2, 3 -> except();
            default -> new Filter.Codes(selection());
        };
    }

    private List<YearRange> years() {
        int first = 2019 + random.nextInt(4);
        return List.of(new YearRange(first, first + random.nextInt(2)), new YearRange(2022, 2022));
    }

    private Filter amount() {
        List<BigDecimal> amounts = cube.lines.values().stream()
                .flatMap(List::stream)
                .map(line -> line.amount())
                .toList();
        BigDecimal value = amounts.isEmpty() || random.nextBoolean() ? BigDecimal.ZERO : any(amounts);
        return new Filter.Amount(any(List.of(Comparison.values())), value);
    }

    private Selection selection() {
        Dimension dimension = any(dimensions);
        List<String> codes = List.of(cube.anyCode(dimension), cube.anyCode(dimension));
        Selection selection;
        if (!members.groupings(dimension).isEmpty() && random.nextBoolean()) {
            Grouping grouping = any(members.groupings(dimension));
            List<String> groups = new ArrayList<>(List.of(Grouping.NO_GROUP));
            grouping.hierarchy().groups().forEach(group -> groups.add(group.code()));
            selection = members.inGroups(
                    dimension, grouping.hierarchy().id(), some(groups, 1 + random.nextInt(2)), structure());
        } else {
            selection = random.nextBoolean()
                    ? members.below(dimension, codes, structure())
                    : members.only(dimension, codes, structure());
        }
        return random.nextInt(3) == 0 ? selection.negated() : selection;
    }

    private Filter except() {
        List<Axis> axes = axes(1 + random.nextInt(2), false);
        if (axes.isEmpty()) {
            axes = List.of(new Axis.Year());
        }
        Set<List<String>> keys = new HashSet<>();
        for (int number = 1 + random.nextInt(5); number > 0; number--) {
            int year = 2020 + random.nextInt(3);
            keys.add(axes.stream()
                    .map(axis -> axis instanceof Axis.Projected projected
                            ? key(projected.projection(), year)
                            : Integer.toString(year))
                    .toList());
        }
        return new Filter.Except(axes, keys);
    }

    private String key(Projection projection, int year) {
        String code = random.nextInt(8) == 0 ? RandomCube.UNKNOWN : cube.anyCode(projection.dimension());
        return projection.keysOf(code, year).get(0);
    }

    private Structure structure() {
        return random.nextBoolean() ? Structure.THEN : Structure.of(2019 + random.nextInt(4));
    }

    private <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private <T> List<T> some(List<T> items, int count) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }
}
