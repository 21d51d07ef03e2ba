package org.undatacube.aggregation.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * @param cuts a line must fulfil all of them
 * @param measures at least one
 * @param orders what was asked for, and behind it every drilldown that it does not name, so that no two cells tie
 * @param page which of the sorted cells are given
 */
public record Question(
        Flow cube, List<Drilldown> drilldowns, List<Cut> cuts, List<Measure> measures, List<Order> orders, Page page) {

    /** @param limit how many cells at most; without it all, or a problem where they are too many */
    public record Page(Optional<Integer> limit, int offset) {
        public static final Page ALL = new Page(Optional.empty(), 0);
    }

    /** The question as text: equal questions have equal texts, and each text reads as the same question again. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CanonicalQuestion")
    public record Canonical(
            String drilldown, String cut, String measures, String order, Integer limit, Integer offset) {}

    public Question {
        drilldowns = List.copyOf(drilldowns);
        cuts = cuts.stream().distinct().sorted(Comparator.comparing(Cut::text)).toList();
        measures = List.copyOf(measures);
        orders = totalOrder(orders, drilldowns);
    }

    /** The dimensions that one breakdown must give together; entity and year are in every breakdown. */
    public DimensionSet dimensions() {
        Set<Dimension> needed = EnumSet.noneOf(Dimension.class);
        Stream.concat(drilldowns.stream().map(Drilldown::needs), cuts.stream().map(Cut::needs))
                .flatMap(Optional::stream)
                .forEach(needed::add);
        return new DimensionSet(needed);
    }

    /** Whether the figures depend on who is in which group, which can change from one day to the next. */
    public boolean namesGroups() {
        return drilldowns.stream().anyMatch(Drilldown.ByGroup.class::isInstance)
                || cuts.stream().anyMatch(Cut.ByGroups.class::isInstance);
    }

    @JsonValue
    public Canonical canonical() {
        return new Canonical(
                drilldowns.stream().map(Drilldown::key).collect(Collectors.joining(",")),
                cuts.stream().map(Cut::text).collect(Collectors.joining("|")),
                measures.stream().map(Measure::code).collect(Collectors.joining(",")),
                orders.stream().map(Order::text).collect(Collectors.joining(",")),
                page.limit().orElse(null),
                page.offset());
    }

    private static List<Order> totalOrder(List<Order> asked, List<Drilldown> drilldowns) {
        Set<String> named = asked.stream().map(Order::key).collect(Collectors.toSet());
        Stream<Order> unnamed = drilldowns.stream()
                .filter(drilldown -> !named.contains(drilldown.key()))
                .map(drilldown -> new Order.ByDrilldown(drilldown, false));
        return Stream.concat(asked.stream(), unnamed).toList();
    }
}
