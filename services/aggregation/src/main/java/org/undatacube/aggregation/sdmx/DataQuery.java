package org.undatacube.aggregation.sdmx;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.undatacube.aggregation.cube.YearRange;

/**
 * What a request asks for, as far as it can be told without the code lists.
 *
 * @param keys of which a series must have one
 * @param conditions by component; on time there is none, as it is in the years
 * @param years those that are wanted; empty for all
 * @param first how many of each series' first observations are wanted; with last, both
 * @param isFlat whether observations are told one by one rather than by series
 * @param updatedAfter only what changed since then is wanted
 * @param asOf the time of which data and lists are meant; empty for now
 * @param withHistory whether all editions are wanted that changed anything, rather than the last
 */
record DataQuery(
        FlowStructure structure,
        List<KeyText> keys,
        Map<String, Condition> conditions,
        Optional<List<YearRange>> years,
        Optional<Integer> first,
        Optional<Integer> last,
        boolean isFlat,
        Content content,
        Optional<Instant> updatedAfter,
        Optional<Instant> asOf,
        boolean withHistory) {

    /** Whether what is wanted is how editions differ, rather than one of them. */
    boolean isOfChanges() {
        return withHistory || updatedAfter.isPresent();
    }

    /** Whether only some of a dimension's values are wanted. */
    boolean selects(String dimension) {
        int place = structure.seriesKey().indexOf(dimension);
        return place < 0
                ? years.isPresent()
                : conditions.containsKey(dimension)
                        || keys.stream().anyMatch(key -> !key.parts().get(place).isEmpty());
    }

    /** The same with all values of a dimension. */
    DataQuery withAll(String dimension) {
        int place = structure.seriesKey().indexOf(dimension);
        Map<String, Condition> others = new HashMap<>(conditions);
        others.remove(dimension);
        return new DataQuery(
                structure,
                place < 0
                        ? keys
                        : keys.stream()
                                .map(key -> key.withAll(place))
                                .distinct()
                                .toList(),
                others,
                place < 0 ? Optional.empty() : years,
                first,
                last,
                isFlat,
                content,
                updatedAfter,
                asOf,
                withHistory);
    }
}
