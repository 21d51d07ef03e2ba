package org.undatacube.aggregation.preaggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.undatacube.aggregation.cube.Projection;
import org.undatacube.aggregation.engine.Aggregation;
import org.undatacube.aggregation.engine.CellLimit;
import org.undatacube.aggregation.engine.Filter;
import org.undatacube.aggregation.engine.Patience;
import org.undatacube.aggregation.engine.Route;
import org.undatacube.aggregation.engine.Tally;

/** How blocks of the breakdowns that a question is asked of are added up for it. */
final class TallyPlan {
    private final CubeShape shape;

    private final Aggregation aggregation;
    private final List<Part> parts;
    private final List<Integer> years;
    private final ProjectionKeys.Cache cache;
    private final Grid grid;
    private final List<AmountFilter> amounts;
    private final List<ExceptFilter> excepts;

    private TallyPlan(
            CubeShape shape,
            Aggregation aggregation,
            List<Part> parts,
            ProjectionKeys.Cache cache,
            List<AmountFilter> amounts) {
        this.shape = shape;
        this.aggregation = aggregation;
        this.parts = parts;
        this.cache = cache;
        this.amounts = amounts;
        this.years = parts.stream().map(Part::year).distinct().sorted().toList();
        this.grid = new Grid(
                shape, aggregation.axes(), years, dimension -> CodeFilter.of(aggregation, dimension, cache), cache);
        this.excepts = aggregation.filters().stream()
                .filter(Filter.Except.class::isInstance)
                .map(Filter.Except.class::cast)
                .filter(except -> CodeFilter.dimension(except).isEmpty())
                .map(this::except)
                .toList();
    }

    private ExceptFilter except(Filter.Except except) {
        return new ExceptFilter(
                new Grid(shape, except.axes(), years, dimension -> CodeFilter.none(dimension, cache), cache),
                except.keys());
    }

    /**
     * Empty where blocks cannot tell.
     *
     * @param blocks one of every breakdown, with all dimensions that are used
     */
    static Optional<TallyPlan> of(Aggregation aggregation, List<Part> blocks, ProjectionKeys.Cache cache) {
        List<AmountFilter> amounts = new ArrayList<>();
        List<Part> parts = blocks;
        for (Filter filter : aggregation.filters()) {
            if (filter instanceof Filter.Years ofYears) {
                parts = parts.stream()
                        .filter(part -> ofYears.allows(part.year()))
                        .toList();
            } else if (filter instanceof Filter.Amount amount) {
                Optional<AmountFilter> its = AmountFilter.of(amount);
                if (its.isEmpty()) {
                    return Optional.empty();
                }
                amounts.add(its.get());
            }
        }
        if (!staysWithinDollars(parts)) {
            return Optional.empty();
        }
        TallyPlan plan = new TallyPlan(CubeShape.of(aggregation.cube()), aggregation, parts, cache, amounts);
        boolean fits = plan.grid.fits()
                && plan.excepts.stream().allMatch(except -> except.grid().fits());
        return fits ? Optional.of(plan) : Optional.empty();
    }

    /** Why {@link #of} is empty. */
    static String refusal(Aggregation aggregation, List<Part> blocks) {
        boolean hasLargeBound = aggregation.filters().stream()
                .filter(Filter.Amount.class::isInstance)
                .map(Filter.Amount.class::cast)
                .anyMatch(amount -> AmountFilter.of(amount).isEmpty());
        if (hasLargeBound) {
            return "A condition on amounts has a number of more digits than amounts that are held in memory.";
        }
        return staysWithinDollars(blocks)
                ? "There can be more cells than are added up in memory at once."
                : "The lines can add up to more than is added up in memory.";
    }

    private static boolean staysWithinDollars(List<Part> parts) {
        long left = Block.MOST_MAGNITUDE;
        for (Part part : parts) {
            left -= part.block().magnitude;
            if (left < 0) {
                return false;
            }
        }
        return true;
    }

    Grid grid() {
        return grid;
    }

    List<AmountFilter> amounts() {
        return amounts;
    }

    List<ExceptFilter> excepts() {
        return excepts;
    }

    List<Part> parts() {
        return parts;
    }

    /** How many rows are read. */
    long rows() {
        return parts.stream().mapToLong(part -> part.block().rows).sum();
    }

    Route route() {
        List<Route.Cuboid> cuboids = parts.stream()
                .map(Part::block)
                .map(block -> new Route.Cuboid(shape.dimensionsOf(block.subset), block.isMerged()))
                .distinct()
                .toList();
        return new Route.PreAggregate(cuboids, rows());
    }

    int distinctPosition(int index) {
        return shape.position(aggregation.distinct().get(index).dimension());
    }

    int[] distinctKeys(int index, int year) {
        Projection projection = aggregation.distinct().get(index);
        return cache.of(projection).table(projection, year).first;
    }

    List<Tally> tally(Patience patience, CellLimit limit) {
        List<DistinctKeys> distinct = new ArrayList<>();
        for (Projection projection : aggregation.distinct()) {
            // the keys of all years must be numbered before they are counted
            years.forEach(year -> cache.of(projection).table(projection, year));
            distinct.add(new DistinctKeys(cache.of(projection).size(), grid.size()));
        }
        CellSums sums = new CellSums(grid.size(), rows(), aggregation.extremes(), distinct, limit);
        BlockScan scan = new BlockScan(this, sums, distinct);
        for (Part part : parts) {
            patience.check();
            scan.add(part);
        }
        return sums.tallies(grid.naming(), patience);
    }
}
