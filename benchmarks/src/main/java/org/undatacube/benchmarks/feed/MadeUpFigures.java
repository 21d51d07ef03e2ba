package org.undatacube.benchmarks.feed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;

/**
 * Expenses of 48 entities in seven years, in the proportions of the published figures: some large entities and many small
 * ones, which work in fewer countries; some donors, countries and targets with most of the lines. Three lines of a hundred
 * are negative.
 */
public final class MadeUpFigures {
    public static final int FIRST_YEAR = 2018;
    public static final int LAST_YEAR = 2024;

    private static final int YEARS = LAST_YEAR - FIRST_YEAR + 1;
    private static final int ENTITIES = 48;
    private static final List<String> LARGEST =
            List.of("WFP", "UNICEF", "UNHCR", "UNDP", "UN", "WHO", "IOM", "UN-DPO", "FAO", "UNRWA", "UNFPA", "UNOPS");
    private static final DimensionSet JOINT =
            DimensionSet.of(Flow.EXPENSE.dimensions().toArray(Dimension[]::new));
    private static final List<DimensionSet> SEVERAL =
            List.of(DimensionSet.of(Dimension.FUNCTION, Dimension.LOCATION), DimensionSet.of(Dimension.SDG));
    /** Of so many entities one gives several breakdowns. */
    private static final int ONE_IN = 8;

    private static final double SMALLEST_PRESENCE = 0.1;
    private static final int MOST_CENTS = 1_000_000_000;
    private static final int NEGATIVE_PERCENT = 3;

    private final Map<Dimension, CodeTable> tables;
    private final List<EntityYear> entityYears = new ArrayList<>();

    /** Takes lines one by one. */
    public interface Lines {
        /** @param codes the numbers of the line's codes by dimension, to be read before the call ends */
        void line(int year, int[] codes, long cents) throws IOException;
    }

    /**
     * @param lines about so many of all entities and years together
     * @param severalBreakdowns whether some entities give their year in two breakdowns, neither with all dimensions
     */
    public MadeUpFigures(Map<Dimension, CodeTable> tables, long lines, boolean severalBreakdowns) {
        this.tables = tables;
        List<String> entities = entities();
        double sum = 0;
        for (int place = 1; place <= entities.size(); place++) {
            sum += 1.0 / place;
        }
        for (int size = 0; size < entities.size(); size++) {
            int ofAYear = (int) Math.max(1, Math.round(lines / sum / (size + 1) / YEARS));
            boolean isSeveral = severalBreakdowns && size % ONE_IN == ONE_IN - 1;
            List<DimensionSet> breakdowns = isSeveral ? SEVERAL : List.of(JOINT);
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                int inEach = Math.max(1, ofAYear / breakdowns.size());
                entityYears.add(new EntityYear(entityYears.size(), entities.get(size), size, year, inEach, breakdowns));
            }
        }
    }

    public CodeTable table(Dimension dimension) {
        return tables.get(dimension);
    }

    /** The lines of all breakdowns. */
    public long count() {
        return entityYears.stream()
                .mapToLong(entityYear ->
                        (long) entityYear.lines() * entityYear.breakdowns().size())
                .sum();
    }

    /** The lines of the first entity's first year. */
    public long countOfFirst() {
        return entityYears.get(0).lines();
    }

    /** The members of a level under which lines are shown. */
    public List<String> members(Dimension dimension, String level) {
        Set<String> members = new TreeSet<>();
        for (EntityYear entityYear : entityYears) {
            codes(dimension, entityYear)
                    .forEach(number -> members.add(table(dimension).member(number, level)));
        }
        return List.copyOf(members);
    }

    /** All lines; those of an entity that gives several breakdowns once for all of them. */
    public void forEach(Lines lines) throws IOException {
        for (EntityYear entityYear : entityYears) {
            forEach(entityYear, lines);
        }
    }

    List<EntityYear> entityYears() {
        return entityYears;
    }

    void forEach(EntityYear entityYear, Lines lines) throws IOException {
        Draw[] draws = Stream.of(Dimension.values())
                .map(dimension -> new Draw(codes(dimension, entityYear), skew(dimension)))
                .toArray(Draw[]::new);
        SplittableRandom random = new SplittableRandom(entityYear.number());
        int[] codes = new int[draws.length];
        for (int line = 0; line < entityYear.lines(); line++) {
            for (int dimension = 0; dimension < draws.length; dimension++) {
                codes[dimension] = draws[dimension].next(random);
            }
            long cents = random.nextInt(MOST_CENTS);
            lines.line(entityYear.year(), codes, random.nextInt(100) < NEGATIVE_PERCENT ? -cents : cents);
        }
    }

    private List<Integer> codes(Dimension dimension, EntityYear entityYear) {
        CodeTable table = table(dimension);
        if (dimension == Dimension.ENTITY) {
            return table.partsOf(entityYear.entity(), entityYear.year());
        }
        List<Integer> codes = table.reportedIn(entityYear.year());
        if (dimension == Dimension.LOCATION) {
            double presence = 1 - (1 - SMALLEST_PRESENCE) * entityYear.size() / ENTITIES;
            return codes.subList(0, (int) Math.ceil(codes.size() * presence));
        }
        return codes;
    }

    private static double skew(Dimension dimension) {
        return switch (dimension) {
            case ENTITY, GEM -> 0.3;
            case SDG -> 0.5;
            case FUNCTION, LOCATION -> 0.7;
            case INSTRUMENT, CONTRIBUTOR -> 1.0;
        };
    }

    private List<String> entities() {
        List<String> candidates = table(Dimension.ENTITY).onLevel("entity", FIRST_YEAR, LAST_YEAR);
        Set<String> entities = new LinkedHashSet<>(LARGEST);
        entities.retainAll(Set.copyOf(candidates));
        entities.addAll(candidates);
        return entities.stream().limit(ENTITIES).toList();
    }
}
