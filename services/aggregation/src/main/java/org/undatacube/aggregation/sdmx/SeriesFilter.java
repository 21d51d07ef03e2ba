package org.undatacube.aggregation.sdmx;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.undatacube.aggregation.cube.Members;
import org.undatacube.aggregation.sdmx.FlowStructure.CodedDimension;

/** What of the series that are found is wanted. */
final class SeriesFilter {
    private final DataQuery query;
    private final List<DataKey> keys;
    private final Members members;
    private final Identifiers identifiers;

    SeriesFilter(DataQuery query, List<DataKey> keys, Members members, Identifiers identifiers) {
        this.query = query;
        this.keys = keys;
        this.members = members;
        this.identifiers = identifiers;
    }

    /**
     * The series with those of its observations that are wanted; empty where none is, or an earlier key gives it.
     *
     * @param key by which it was found
     */
    Optional<Series> apply(Series series, int key) {
        boolean isGiven =
                keys.subList(0, key).stream().anyMatch(earlier -> earlier.allows(query.structure(), series, members));
        if (isGiven || !hasWantedCodes(series)) {
            return Optional.empty();
        }
        List<Observation> wanted =
                series.observations().stream().filter(this::isWanted).toList();
        return wanted.isEmpty() ? Optional.empty() : Optional.of(new Series(series.codes(), wanted));
    }

    /** With as many observations as are wanted. */
    Series ends(Series series) {
        if (query.first().isEmpty() && query.last().isEmpty()) {
            return series;
        }
        List<Observation> all = series.observations();
        Set<Observation> ends = new LinkedHashSet<>(
                all.subList(0, Math.min(all.size(), query.first().orElse(0))));
        ends.addAll(all.subList(Math.max(0, all.size() - query.last().orElse(0)), all.size()));
        return new Series(series.codes(), new ArrayList<>(ends));
    }

    private boolean hasWantedCodes(Series series) {
        for (int place = 0; place < series.codes().size(); place++) {
            CodedDimension dimension = query.structure().dimensions().get(place);
            Condition condition = query.conditions().get(dimension.id());
            // where it names values, no others were asked for
            if (condition != null
                    && condition.values().isEmpty()
                    && !condition.holds(
                            identifiers.of(dimension.dimension(), series.codes().get(place)))) {
                return false;
            }
        }
        return true;
    }

    private boolean isWanted(Observation observation) {
        return conditions(FlowStructure.MEASURE)
                        .allMatch(
                                condition -> condition.holds(observation.value().amount()))
                && Stream.of(Attribute.values())
                        .allMatch(attribute -> conditions(attribute.name())
                                .allMatch(condition -> attribute.isNumber()
                                        ? condition.holds(new BigDecimal(attribute.of(observation)))
                                        : condition.holds(attribute.of(observation))));
    }

    private Stream<Condition> conditions(String component) {
        Map<String, Condition> all = query.conditions();
        return Stream.ofNullable(all.get(component));
    }
}
