package org.undatacube.aggregation.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.undatacube.aggregation.answer.RandomCube;
import org.undatacube.aggregation.cube.Comparison;
import org.undatacube.aggregation.cube.CubeDimensions;
import org.undatacube.aggregation.cube.Grouping;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.aggregation.cube.Selection;
import org.undatacube.aggregation.cube.Structure;
import org.undatacube.aggregation.cube.YearRange;
import org.undatacube.changefeed.EditionChange.Publication;
import org.undatacube.changefeed.EditionChange.PublishedBreakdown;
import org.undatacube.changefeed.PublishedLine;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;

/** Any aggregation that the breakdowns of a random cube can answer. */
public final class RandomAggregation {
    private static final int FIRST_YEAR = 2019;
    private static final int YEARS = 5;

    private final RandomCube cube;
    private final Members members;
    private final Random random;
    private final Flow flow;
    private final List<PublishedBreakdown> breakdowns;
    private final List<Dimension> dimensions;

    private RandomAggregation(RandomCube cube, Members members, Random random) {
        this.cube = cube;
        this.members = members;
        this.random = random;
        this.flow = random.nextInt(3) == 0 ? Flow.REVENUE : Flow.EXPENSE;
        this.breakdowns = breakdowns();
        this.dimensions = CubeDimensions.of(flow).stream()
                .filter(dimension -> dimension == Dimension.ENTITY
                        || breakdowns.stream()
                                .allMatch(its -> its.dimensions().containsAll(DimensionSet.of(dimension))))
                .toList();
    }

    public static Aggregation of(RandomCube cube, Members members, Random random) {
        return new RandomAggregation(cube, members, random).aggregation();
    }

    private Aggregation aggregation() {
        return new Aggregation(
                flow,
                breakdowns.stream().map(PublishedBreakdown::breakdown).toList(),
                several(4, () -> axis(true)).stream().distinct().toList(),
                several(3, this::filter),
                random.nextBoolean(),
                random.nextInt(3) == 0 ? several(2, () -> projection(false)) : List.of());
    }

    /** Some breakdowns: one, or several that have dimensions in common, or all; seldom none. */
    private List<PublishedBreakdown> breakdowns() {
        Map<Long, PublishedBreakdown> all = new TreeMap<>();
        cube.changes.stream()
                .flatMap(change -> change.publications().stream())
                .filter(publication -> publication.flow() == flow)
                .map(Publication::breakdowns)
                .forEach(its -> its.forEach(one -> all.put(one.breakdown(), one)));
        List<PublishedBreakdown> shuffled = new ArrayList<>(all.values());
        if (shuffled.isEmpty() || random.nextInt(30) == 0) {
            return List.of();
        }
        Collections.shuffle(shuffled, random);
        DimensionSet wanted = shuffled.get(0).dimensions();
        List<PublishedBreakdown> alike = shuffled.stream()
                .filter(its -> its.dimensions().containsAll(wanted))
                .toList();
        return random.nextInt(4) == 0
                ? shuffled.subList(0, 1 + random.nextInt(shuffled.size()))
                : alike.subList(0, 1 + random.nextInt(alike.size()));
    }

    private Axis axis(boolean mayOverlap) {
        if (random.nextInt(12) == 0) {
            return new Axis.Breakdown();
        }
        return random.nextInt(5) == 0 ? new Axis.Year() : new Axis.Projected(projection(mayOverlap));
    }

    private Projection projection(boolean mayOverlap) {
        Dimension dimension = any(dimensions);
        List<Grouping> groupings = members.groupings(dimension);
        if (!groupings.isEmpty() && random.nextInt(3) == 0) {
            Projection groups =
                    members.byGroup(dimension, any(groupings).hierarchy().id(), structure());
            if (mayOverlap || !groups.overlaps()) {
                return groups;
            }
        }
        return members.byLevel(dimension, any(members.levels(dimension)), structure());
    }

    private Structure structure() {
        return random.nextInt(3) == 0 ? Structure.of(year()) : Structure.THEN;
    }

    private Filter filter() {
        return switch (random.nextInt(6)) {
            case 0 -> new Filter.Years(several(3, this::range), random.nextBoolean());
            case 1 -> new Filter.Amount(any(List.of(Comparison.values())), amount());
            case 2 -> except();
            default -> new Filter.Codes(random.nextInt(3) == 0 ? selection().negated() : selection());
        };
    }

    private Selection selection() {
        Dimension dimension = any(dimensions);
        List<Grouping> groupings = members.groupings(dimension);
        if (!groupings.isEmpty() && random.nextInt(3) == 0) {
            Grouping grouping = any(groupings);
            List<String> groups = Stream.concat(grouping.groups().stream(), Stream.of(Grouping.NO_GROUP))
                    .toList();
            return members.inGroups(
                    dimension, grouping.hierarchy().id(), Set.copyOf(several(2, () -> any(groups))), structure());
        }
        Set<String> codes = Set.copyOf(several(4, () -> code(dimension)));
        return random.nextBoolean()
                ? members.below(dimension, codes, structure())
                : members.only(dimension, codes, structure());
    }

    /** Cells that there are and cells that there are not. */
    private Filter except() {
        List<Axis> axes = new ArrayList<>(List.of(axis(false)));
        axes.addAll(several(1, () -> axis(false)));
        Set<List<String>> keys = new HashSet<>();
        for (int number = random.nextInt(5); number > 0; number--) {
            keys.add(axes.stream().map(this::key).toList());
        }
        return new Filter.Except(axes, keys);
    }

    private String key(Axis axis) {
        if (axis instanceof Axis.Projected projected) {
            Projection projection = projected.projection();
            return any(projection.keysOf(code(projection.dimension()), year()));
        }
        return Integer.toString(axis instanceof Axis.Breakdown ? 1 + random.nextInt(9) : year());
    }

    private String code(Dimension dimension) {
        return random.nextInt(10) == 0 ? RandomCube.UNKNOWN : cube.anyCode(dimension);
    }

    private YearRange range() {
        int first = year();
        return new YearRange(first, first + random.nextInt(2));
    }

    private int year() {
        return FIRST_YEAR + random.nextInt(YEARS);
    }

    /** One that a line has, where there is any, so that equal amounts are met too. */
    private BigDecimal amount() {
        List<PublishedLine> lines = breakdowns.isEmpty()
                ? List.of()
                : cube.lines.get(any(breakdowns).breakdown());
        return lines.isEmpty() || random.nextInt(4) == 0
                ? BigDecimal.ZERO
                : any(lines).amount();
    }

    private <T> List<T> several(int most, Supplier<T> one) {
        return Stream.generate(one).limit(random.nextInt(most + 1)).toList();
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
