package org.undatacube.aggregation.sdmx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.undatacube.aggregation.sdmx.FlowStructure.CodedDimension;

/**
 * Which values occur in some data.
 *
 * @param values by dimension, without time; the total first and then in the lists' order
 * @param years the first and the last; null where they are not told
 */
record Availability(Map<String, List<String>> values, Years years, long series, long observations) {
    record Years(int first, int last) {}

    /** Empty where there are no data. */
    static Optional<Availability> of(Plan plan) {
        FlowStructure structure = plan.query().structure();
        List<Set<String>> codes = new ArrayList<>();
        structure.dimensions().forEach(dimension -> codes.add(new HashSet<>()));
        TreeSet<Integer> years = new TreeSet<>();
        long series = 0;
        long observations = 0;
        Iterator<DataSet> dataSets = plan.dataSets();
        while (dataSets.hasNext()) {
            Iterator<Series> its = dataSets.next().series();
            while (its.hasNext()) {
                Series one = its.next();
                for (int place = 0; place < codes.size(); place++) {
                    codes.get(place).add(one.codes().get(place));
                }
                one.observations().forEach(observation -> years.add(observation.year()));
                series++;
                observations += one.observations().size();
            }
        }
        return series == 0
                ? Optional.empty()
                : Optional.of(new Availability(
                        values(plan, codes), new Years(years.first(), years.last()), series, observations));
    }

    private static Map<String, List<String>> values(Plan plan, List<Set<String>> codes) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put(FlowStructure.FREQUENCY, List.of(FlowStructure.ANNUAL));
        for (int place = 0; place < codes.size(); place++) {
            CodedDimension dimension = plan.query().structure().dimensions().get(place);
            Comparator<String> order =
                    Comparator.nullsFirst(plan.questions().members().order(dimension.dimension()));
            values.put(
                    dimension.id(),
                    codes.get(place).stream()
                            .sorted(order)
                            .map(code -> plan.identifiers().of(dimension.dimension(), code))
                            .toList());
        }
        return values;
    }

    /** With what another one says of one dimension. */
    Availability with(String dimension, Availability other) {
        if (dimension.equals(FlowStructure.TIME)) {
            return new Availability(values, other.years, series, observations);
        }
        Map<String, List<String>> replaced = new LinkedHashMap<>(values);
        replaced.put(dimension, other.values.get(dimension));
        return new Availability(replaced, years, series, observations);
    }

    /** What it says of some dimensions. */
    Availability only(List<String> dimensions) {
        Map<String, List<String>> chosen = new LinkedHashMap<>(values);
        chosen.keySet().retainAll(dimensions);
        return new Availability(chosen, dimensions.contains(FlowStructure.TIME) ? years : null, series, observations);
    }
}
