package org.undatacube.aggregation.cube;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.undatacube.codelists.Dimension;

/**
 * Which codes of a dimension are meant, by year.
 *
 * @param stays the codes and their years; no two of a code share a year
 * @param excluding whether all other codes are meant rather than these
 */
public record Selection(Dimension dimension, Map<String, List<YearRange>> stays, boolean excluding) {

    public Selection {
        Map<String, List<YearRange>> copy = new HashMap<>();
        stays.forEach((code, years) -> copy.put(code, YearRange.union(years)));
        stays = Map.copyOf(copy);
    }

    public boolean contains(String code, int year) {
        return stays.getOrDefault(code, List.of()).stream().anyMatch(years -> years.contains(year)) != excluding;
    }

    public Selection negated() {
        return new Selection(dimension, stays, !excluding);
    }
}
