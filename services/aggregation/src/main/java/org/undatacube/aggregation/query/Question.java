package org.undatacube.aggregation.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.undatacube.aggregation.cube.Measure;
import org.undatacube.codelists.Dimension;
import org.undatacube.codelists.DimensionSet;
import org.undatacube.codelists.Flow;

/**
 * What is asked of a cube.
 *
 * @param drilldowns by what lines are grouped into cells; none means one cell with the grand total
 * @param columns those of the drilldowns that run across; none where the answer is a list of cells
 * @param cuts a line must fulfil all of them
 * @param where a line's amount must fulfil all of them
 * @param measures at least one
 * @param having a cell must fulfil all of them to be shown; it counts in subtotals and shares all the same
 * @param orders what was asked for, and behind it every drilldown that it does not name, so that no two cells tie
 * @param page which of the sorted cells are given
 */
public record Question(
        Flow cube,
        List<Drilldown> drilldowns,
        List<Drilldown> columns,
        List<Cut> cuts,
        List<Threshold> where,
        List<Measure> measures,
        List<Threshold> having,
        Subtotals subtotals,
        Optional<Top> top,
        List<Order> orders,
        Page page,
        View view) {

    /** @param limit how many cells at most; without it all, or a problem where they are too many */
    public record Page(Optional<Integer> limit, int offset) {
        public static final Page ALL = new Page(Optional.empty(), 0);
    }

    /**
     * The question as text: equal questions have equal texts, and each text reads as the same question again. What is not
     * asked for is absent.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CanonicalQuestion")
    public record Canonical(
            String drilldown,
            String columns,
            String cut,
            String where,
            String measures,
            String having,
            String subtotals,
            Integer top,
            String per,
            Boolean others,
            String order,
            Integer limit,
            Integer offset,
            String structure,
            String consolidation,
            Integer decimals,
            String rounding) {}

    public Question {
        drilldowns = List.copyOf(drilldowns);
        columns = List.copyOf(columns);
        cuts = cuts.stream().distinct().sorted(Comparator.comparing(Cut::text)).toList();
        where = sorted(where);
        measures = List.copyOf(measures);
        having = sorted(having);
        orders = totalOrder(orders, drilldowns);
    }

    /** The dimensions that one breakdown must give together; entity and year are in every breakdown. */
    public DimensionSet dimensions() {
        Set<Dimension> needed = EnumSet.noneOf(Dimension.class);
        Stream.concat(drilldowns.stream().map(Drilldown::needs), cuts.stream().map(Cut::needs))
                .flatMap(Optional::stream)
                .forEach(needed::add);
        for (Measure measure : measures) {
            if (measure instanceof Measure.Distinct distinct && distinct.dimension() != Dimension.ENTITY) {
                needed.add(distinct.dimension());
            }
        }
        if (view.consolidation() != View.Consolidation.GROSS) {
            needed.add(Dimension.CONTRIBUTOR);
        }
        return new DimensionSet(needed);
    }

    /** Whether the cuts allow a year. */
    public boolean isOfYear(int year) {
        // by a loop, for it is asked of every publication
        for (Cut cut : cuts) {
            if (cut instanceof Cut.ByYears byYears && !byYears.allows(year)) {
                return false;
            }
        }
        return true;
    }

    /** With which years some years are compared, by the measures that compare. */
    public Set<Integer> comparedWith(Collection<Integer> years) {
        Set<Integer> others = new TreeSet<>();
        for (Measure measure : measures) {
            if (measure instanceof Measure.Change change) {
                years.forEach(year -> others.add(change.comparedWith(year)));
            }
        }
        return others;
    }

    /** By which measure members are ranked where only the top ones are kept. */
    public Order.ByMeasure ranking() {
        return orders.stream()
                .filter(Order.ByMeasure.class::isInstance)
                .map(Order.ByMeasure.class::cast)
                .findFirst()
                .orElseGet(() -> new Order.ByMeasure(measures.get(0), true));
    }

    @JsonValue
    public Canonical canonical() {
        return canonical(orders.stream().map(Order::text).collect(Collectors.joining(",")));
    }

    /** As {@link #canonical}, for an answer that has an order of its own. */
    public Canonical canonicalUnordered() {
        return canonical(null);
    }

    private Canonical canonical(String order) {
        return new Canonical(
                drilldowns.stream().map(Drilldown::key).collect(Collectors.joining(",")),
                text(columns, Drilldown::key, ","),
                cuts.stream().map(Cut::text).collect(Collectors.joining("|")),
                text(where, Threshold::text, "|"),
                measures.stream().map(Measure::key).collect(Collectors.joining(",")),
                text(having, Threshold::text, "|"),
                subtotals == Subtotals.NONE ? null : subtotals.code(),
                top.map(Top::count).orElse(null),
                top.map(asked -> text(asked.per(), Drilldown::key, ",")).orElse(null),
                top.map(Top::others).orElse(null),
                order,
                page.limit().orElse(null),
                page.offset(),
                view.structure().year().isEmpty() ? null : view.structure().text(),
                view.consolidation() == View.Consolidation.GROSS
                        ? null
                        : view.consolidation().code(),
                view.rounding().decimals().orElse(null),
                view.rounding().additive() ? ViewReader.ADDITIVE : null);
    }

    private static <T> String text(List<T> items, Function<T, String> text, String separator) {
        return items.isEmpty() ? null : items.stream().map(text).collect(Collectors.joining(separator));
    }

    private static List<Threshold> sorted(List<Threshold> thresholds) {
        return thresholds.stream()
                .distinct()
                .sorted(Comparator.comparing(Threshold::text))
                .toList();
    }

    private static List<Order> totalOrder(List<Order> asked, List<Drilldown> drilldowns) {
        Set<String> named = asked.stream().map(Order::key).collect(Collectors.toSet());
        Stream<Order> unnamed = drilldowns.stream()
                .filter(drilldown -> !named.contains(drilldown.key()))
                .map(drilldown -> new Order.ByDrilldown(drilldown, false));
        return Stream.concat(asked.stream(), unnamed).toList();
    }
}
