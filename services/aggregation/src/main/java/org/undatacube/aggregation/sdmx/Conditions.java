package org.undatacube.aggregation.sdmx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.undatacube.aggregation.AggregationProblem;
import org.undatacube.aggregation.cube.YearRange;
import org.undatacube.aggregation.query.Excerpt;
import org.undatacube.http.Problem;

/**
 * The filters of a query, each of which makes sense for its component.
 *
 * @param byComponent none on time
 * @param years those that the filter on time allows; empty where there is none
 */
record Conditions(Map<String, Condition> byComponent, Optional<List<YearRange>> years) {
    private static final int FIRST_YEAR = 1945;
    private static final int LAST_YEAR = 2100;

    Conditions {
        byComponent = Map.copyOf(byComponent);
    }

    /** @throws Problem where there is no such component, or a filter makes no sense for it */
    static Conditions read(FlowStructure structure, Map<String, String> filters) {
        Map<String, Condition> byComponent = new HashMap<>();
        filters.forEach((component, text) -> {
            String parameter = "c[" + Excerpt.of(component) + "]";
            if (!structure.components().contains(component)) {
                throw QueryValues.unknown(
                        parameter,
                        component,
                        structure.id() + " has no component " + Excerpt.of(component) + ".",
                        structure.components());
            }
            byComponent.put(component, checked(parameter, component, Condition.read(parameter, text)));
        });
        Optional<Condition> time = Optional.ofNullable(byComponent.remove(FlowStructure.TIME));
        return new Conditions(byComponent, time.map(Conditions::years));
    }

    /** The years that a condition on time allows. */
    static List<YearRange> years(Condition time) {
        return YearRange.union(IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
                .filter(time::holdsOfYear)
                .mapToObj(year -> new YearRange(year, year))
                .toList());
    }

    private static Condition checked(String parameter, String component, Condition condition) {
        boolean isTime = component.equals(FlowStructure.TIME);
        if (isTime || isNumber(component)) {
            condition.terms().forEach(term -> {
                boolean isRight = !term.operator().isOfText()
                        && (isTime ? TimeSpan.of(term.value()).isPresent() : isNumber(term));
                if (!isRight) {
                    String expected = isTime ? TimeSpan.SHAPE : "a number";
                    throw new Problem(
                                    AggregationProblem.SDMX_SEMANTIC,
                                    component + " is compared with " + expected + ", by eq, ne, lt, le, gt or ge.")
                            .with("parameter", parameter)
                            .with("value", Excerpt.of(term.value()))
                            .with("expected", expected);
                }
            });
        }
        return condition;
    }

    private static boolean isNumber(String component) {
        return component.equals(FlowStructure.MEASURE)
                || (Attribute.names().contains(component)
                        && Attribute.valueOf(component).isNumber());
    }

    private static boolean isNumber(Condition.Term term) {
        // no exponents, which could make a number of more digits than there is memory
        return term.value().matches("[+-]?\\d{1,30}(\\.\\d{1,30})?");
    }
}
